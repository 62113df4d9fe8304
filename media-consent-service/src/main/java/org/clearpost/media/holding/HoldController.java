package org.clearpost.media.holding;

import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The hold on one person. For everybody but the setting's safeguarding leads there is nothing at these addresses. */
@RestController
@RequestMapping("/api/media/subjects/{subject}/hold")
class HoldController {

    private final HandleHolds holds;

    HoldController(HandleHolds holds) {
        this.holds = holds;
    }

    record HoldRequest(@Nullable String reason) {}

    @GetMapping
    Mono<HoldView> hold(@PathVariable UUID subject, Caller caller) {
        return holds.find(caller, subject);
    }

    @PostMapping
    Mono<HoldView> place(
            @PathVariable UUID subject,
            @RequestBody HoldRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return holds.place(caller, key, subject, request);
    }

    @PostMapping("/lifting")
    Mono<HoldView> lift(
            @PathVariable UUID subject,
            @RequestBody HoldRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return holds.lift(caller, key, subject, request);
    }
}
