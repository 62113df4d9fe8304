package org.clearpost.kit.feed;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import org.clearpost.kit.outbox.OutboxSignal;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells other services what happened here. Only services with the scope {@code feed} get this far. */
@Hidden
@RestController
class FeedController {

    private static final int MOST_SECONDS = 25;
    private static final int MOST_EVENTS = 500;

    private final FeedRepository events;
    private final TenantTransaction transaction;
    private final OutboxSignal signal;

    FeedController(FeedRepository events, TenantTransaction transaction, OutboxSignal signal) {
        this.events = events;
        this.transaction = transaction;
        this.signal = signal;
    }

    /** Answers at once when there is news, or after {@code wait} seconds without; holds no connection while waiting. */
    @GetMapping("/internal/feed")
    Mono<FeedPage> read(
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "0") int wait,
            @RequestParam(defaultValue = "200") int limit) {
        FeedCursor cursor = FeedCursor.parse(after);
        int most = Math.clamp(limit, 1, MOST_EVENTS);
        Mono<FeedPage> look = transaction.across(events.after(cursor, most));
        Duration patience = Duration.ofSeconds(Math.clamp(wait, 0, MOST_SECONDS));
        if (patience.isZero()) {
            return look;
        }
        Mono<FeedPage> news = signal.worthLooking()
                .startWith(true)
                .concatMap(nudge -> look, 1)
                .filter(page -> !page.events().isEmpty())
                .next();
        return news.timeout(patience, Mono.just(new FeedPage(List.of(), cursor.toString())));
    }
}
