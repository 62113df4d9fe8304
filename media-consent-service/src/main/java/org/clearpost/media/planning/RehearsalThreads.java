package org.clearpost.media.planning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where decisions are worked out again: one page at a time, so that nobody who asks about a post waits for it. */
@Configuration(proxyBeanMethods = false)
class RehearsalThreads {

    private static final int AT_ONCE = 1;
    private static final int WAITING = 8;

    @Bean(destroyMethod = "dispose")
    Scheduler rehearsingThreads() {
        return Schedulers.newBoundedElastic(AT_ONCE, WAITING, "rehearsing");
    }
}
