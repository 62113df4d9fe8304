package org.clearpost.media.families;

import java.time.Duration;
import org.clearpost.media.edge.Regularly;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads that talk to the mail server, and the regular look at mails and rounds that are due. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailProperties.class, FamilyProperties.class})
class FamilyJobs {

    private static final Duration HOUSEKEEPING = Duration.ofHours(1);

    /** A mail server that is slow keeps two threads busy and nobody else. */
    @Bean(destroyMethod = "dispose")
    Scheduler mailSending() {
        return Schedulers.newBoundedElastic(2, 1_000, "mail-sending");
    }

    @Bean
    SmartLifecycle mailPost(SendMails mails, MailProperties properties) {
        return new Regularly("mails", properties.look(), mails::sendDue);
    }

    @Bean
    SmartLifecycle familyRounds(AskFamilies families, FamilyProperties properties) {
        return new Regularly("family rounds", properties.look(), families::work);
    }

    @Bean
    SmartLifecycle oldFamilyKeys(SendMails mails) {
        return new Regularly("old keys", HOUSEKEEPING, mails::forgetOldKeys);
    }
}
