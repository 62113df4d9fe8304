package org.clearpost.media.takedowns;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.takedowns.TakedownRepository.TakedownCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Posts that have to come down. */
@RestController
@RequestMapping("/api/media")
class TakedownController {

    private final HandleTakedowns takedowns;

    TakedownController(HandleTakedowns takedowns) {
        this.takedowns = takedowns;
    }

    /** Who saw it gone is whoever sends this. */
    record ProofRequest(@Nullable Instant seenGoneAt, @Nullable SeenHow how, @Nullable String proof) {}

    @GetMapping("/settings/{setting}/takedowns")
    Mono<Page<TakedownView>> takedowns(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable TakedownState state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return takedowns.list(
                caller, setting, state == null ? TakedownState.OPEN : state, Cursor.read(after, 1), Page.limit(limit));
    }

    @GetMapping("/settings/{setting}/takedowns/counts")
    Mono<TakedownCounts> counts(@PathVariable UUID setting, Caller caller) {
        return takedowns.counts(caller, setting);
    }

    @GetMapping("/takedowns/{takedown}")
    Mono<TakedownView> takedown(@PathVariable UUID takedown, Caller caller) {
        return takedowns.find(caller, takedown);
    }

    @PostMapping("/takedowns/{takedown}/done")
    Mono<TakedownView> done(
            @PathVariable UUID takedown,
            @RequestBody ProofRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return takedowns.prove(caller, key, takedown, request);
    }
}
