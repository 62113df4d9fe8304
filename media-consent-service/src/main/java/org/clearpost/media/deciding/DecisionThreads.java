package org.clearpost.media.deciding;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where big questions are worked out, so that they keep no request waiting. */
@Configuration(proxyBeanMethods = false)
class DecisionThreads {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 64;

    @Bean(destroyMethod = "dispose")
    Scheduler decidingThreads() {
        return Schedulers.newBoundedElastic(AT_ONCE, WAITING, "deciding");
    }
}
