package org.clearpost.media.edge;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does one thing again and again while the service runs. What fails is tried again at the next look. */
public final class Regularly implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Regularly.class);

    private final String what;
    private final Duration pause;
    private final Supplier<Mono<Void>> work;
    private volatile @Nullable Disposable running;

    public Regularly(String what, Duration pause, Supplier<Mono<Void>> work) {
        this.what = what;
        this.pause = pause;
        this.work = work;
    }

    @Override
    public void start() {
        running = Flux.interval(pause)
                .onBackpressureDrop()
                .concatMap(
                        tick -> Mono.defer(work).onErrorResume(failure -> {
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
