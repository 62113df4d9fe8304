package org.clearpost.media.importing;

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

/** The threads that read files, and the regular look at imports nobody is working on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class ImportJobs {

    private static final int FILES_AT_ONCE = 1;
    private static final int FILES_WAITING = 64;

    /** One file at a time: memory stays bounded however many people upload at once. */
    @Bean(destroyMethod = "dispose")
    Scheduler importReading() {
        return Schedulers.newBoundedElastic(FILES_AT_ONCE, FILES_WAITING, "import-reading");
    }

    @Bean
    SmartLifecycle importCaretaker(RunImports jobs, ImportProperties properties) {
        return new Caretaker(jobs, properties);
    }

    private static final class Caretaker implements SmartLifecycle {

        private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

        private final RunImports jobs;
        private final ImportProperties properties;
        private volatile @Nullable Disposable running;

        Caretaker(RunImports jobs, ImportProperties properties) {
            this.jobs = jobs;
            this.properties = properties;
        }

        @Override
        public void start() {
            running = Flux.interval(properties.look())
                    .onBackpressureDrop()
                    .concatMap(
                            tick -> jobs.resumeAbandoned().then(jobs.forget()).onErrorResume(failure -> {
                                log.warn("Imports could not be looked after: {}", failure.toString());
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
