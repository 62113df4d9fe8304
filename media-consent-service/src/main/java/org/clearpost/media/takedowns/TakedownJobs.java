package org.clearpost.media.takedowns;

import java.time.Duration;
import org.clearpost.media.edge.Regularly;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The regular look at people whose clearance ends by time alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TakedownJobs.TakedownProperties.class)
class TakedownJobs {

    /** @param look how often posts are looked at for people who are no longer cleared */
    @ConfigurationProperties("clearpost.takedowns")
    record TakedownProperties(@DefaultValue("1m") Duration look) {}

    @Bean
    SmartLifecycle lapsedClearances(LookForLapses lapses, TakedownProperties properties) {
        return new Regularly("posts that time takes down", properties.look(), lapses::look);
    }
}
