package org.clearpost.media.notices;

import java.time.Duration;
import org.clearpost.media.edge.Regularly;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The regular look at changes of which askers are to be told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeJobs.NoticeProperties.class)
class NoticeJobs {

    /** @param look how often changes are looked for */
    @ConfigurationProperties("clearpost.notices")
    record NoticeProperties(@DefaultValue("2s") Duration look) {}

    @Bean
    SmartLifecycle changedGround(FollowChanges changes, NoticeProperties properties) {
        return new Regularly("changes askers are told of", properties.look(), changes::follow);
    }
}
