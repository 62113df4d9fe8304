package org.clearpost.media.pictures;

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

/** The regular look at copies whose day is over. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureProperties.class)
class PictureJobs {

    @Bean
    SmartLifecycle pictureCaretaker(KeepPictures pictures, PictureProperties properties) {
        return new Caretaker(pictures, properties);
    }

    private static final class Caretaker implements SmartLifecycle {

        private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

        private final KeepPictures pictures;
        private final PictureProperties properties;
        private volatile @Nullable Disposable running;

        Caretaker(KeepPictures pictures, PictureProperties properties) {
            this.pictures = pictures;
            this.properties = properties;
        }

        @Override
        public void start() {
            running = Flux.interval(properties.look())
                    .onBackpressureDrop()
                    .concatMap(
                            tick -> pictures.expire().onErrorResume(failure -> {
                                log.warn("Pictures could not be looked after: {}", failure.toString());
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
