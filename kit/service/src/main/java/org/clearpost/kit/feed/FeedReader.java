package org.clearpost.kit.feed;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Reads one feed for as long as the service runs: ask, apply each event together with the place reached, ask again.
 *
 * <p>An event that cannot be applied, or comes out of its turn, stops the reading there and is tried again, so nothing is
 * ever skipped; meanwhile the feed counts as silent. Killed between two events, the reader continues at the next one.
 */
public final class FeedReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);

    private static final int WAIT_SECONDS = 10;
    private static final int MOST_EVENTS = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final FeedSubscription subscription;
    private final FeedRepository places;
    private final TenantTransaction transaction;
    private final FeedAges ages;
    private final Clock clock;
    private final WebClient services;
    private final ServiceTokens tokens;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final Disposable.Swap reading = Disposables.swap();
    private volatile boolean running;

    FeedReader(
            FeedSubscription subscription,
            FeedRepository places,
            TenantTransaction transaction,
            FeedAges ages,
            Clock clock,
            WebClient services,
            ServiceTokens tokens,
            CircuitBreaker breaker,
            TimeLimiter limiter) {
        this.subscription = subscription;
        this.places = places;
        this.transaction = transaction;
        this.ages = ages;
        this.clock = clock;
        this.services = services;
        this.tokens = tokens;
        this.breaker = breaker;
        this.limiter = limiter;
    }

    @Override
    public void start() {
        running = true;
        reading.update(Mono.defer(this::readOnce)
                .repeat(() -> running)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true)
                        .doBeforeRetry(retry -> complain(retry.failure(), retry.totalRetriesInARow())))
                .subscribe());
    }

    @Override
    public void stop() {
        running = false;
        reading.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Mono<Void> readOnce() {
        return places.findCursor(subscription.name())
                .defaultIfEmpty(FeedCursor.START)
                .flatMap(this::ask)
                .flatMap(answer -> Flux.fromIterable(answer.page().events())
                        .concatMap(this::apply)
                        .then(Mono.fromRunnable(() -> noteIfUpToDate(answer))));
    }

    /** A full page means that more is waiting: only with all of it applied is the read model as new as the answer. */
    private void noteIfUpToDate(Answer answer) {
        if (answer.page().events().size() < MOST_EVENTS) {
            ages.answered(subscription.name(), answer.at());
        }
    }

    /** Waits for news only while connected: whoever has just started or was cut off hears at once that there is none. */
    private Mono<Answer> ask(FeedCursor after) {
        int wait = ages.connected(subscription.name()) ? WAIT_SECONDS : 0;
        return tokens.feedToken(subscription.service())
                .flatMap(token -> services.get()
                        .uri(
                                "http://{service}/internal/feed?after={after}&wait={wait}&limit={limit}",
                                subscription.service(),
                                after.toString(),
                                wait,
                                MOST_EVENTS)
                        .headers(headers -> headers.setBearerAuth(token))
                        .retrieve()
                        .bodyToMono(FeedPage.class))
                .doOnNext(page -> requireOrder(after, page))
                .map(page -> new Answer(page, clock.instant()))
                .transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /** An event told out of its turn would carry the place past those before it, and nobody would ever hear of them. */
    private static void requireOrder(FeedCursor after, FeedPage page) {
        FeedCursor last = after;
        for (FeedEvent event : page.events()) {
            FeedCursor place = FeedCursor.parse(event.cursor());
            if (place.compareTo(last) <= 0) {
                throw new IllegalStateException("The feed told " + place + " after " + last);
            }
            last = place;
        }
    }

    private Mono<Void> apply(FeedEvent event) {
        FeedCursor place = FeedCursor.parse(event.cursor());
        return transaction.asSystem(
                event.group(),
                places.lockCursor(subscription.name())
                        .filter(reached -> reached.compareTo(place) < 0)
                        .flatMap(reached -> subscription
                                .handler()
                                .apply(event)
                                .then(places.moveCursor(subscription.name(), place))));
    }

    private void complain(Throwable failure, long inARow) {
        if (inARow == 0 || inARow % 20 == 0) {
            log.warn("Feed {} cannot be read: {}", subscription.name(), failure.toString());
        }
    }

    private record Answer(FeedPage page, Instant at) {}
}
