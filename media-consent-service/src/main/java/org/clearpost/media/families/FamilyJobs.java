package org.clearpost.media.families;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads that talk to the mail server, and the regular look at mails and rounds that are due. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailProperties.class, FamilyProperties.class})
class FamilyJobs {

    private static final Logger log = LoggerFactory.getLogger(FamilyJobs.class);
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

    /** Does one thing again and again while the service runs. */
    private static final class Regularly implements SmartLifecycle {

        private final String what;
        private final Duration pause;
        private final Supplier<Mono<Void>> work;
        private volatile @Nullable Disposable running;

        Regularly(String what, Duration pause, Supplier<Mono<Void>> work) {
            this.what = what;
            this.pause = pause;
            this.work = work;
        }

        @Override
        public void start() {
            running = Flux.interval(pause)
                    .onBackpressureDrop()
                    .concatMap(
                            tick -> work.get().onErrorResume(failure -> {
                                log.warn("The look at {} failed: {}", what, failure.toString());
                                return Mono.empty();
                            }),
                            0)
                    .subscribe();
        }

        @Override
        public void stop() {
            Disposable current = running;
            if (current != null) {
                current.dispose();
            }
            running = null;
        }

        @Override
        public boolean isRunning() {
            return running != null;
        }
    }
}
