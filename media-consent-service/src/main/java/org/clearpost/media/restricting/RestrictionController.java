package org.clearpost.media.restricting;

import java.time.LocalDate;
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

/** Restrictions about one person. For everybody but heads and safeguarding leads there is nothing at these addresses. */
@RestController
@RequestMapping("/api/media/subjects/{subject}/restrictions")
class RestrictionController {

    private final HandleRestrictions restrictions;

    RestrictionController(HandleRestrictions restrictions) {
        this.restrictions = restrictions;
    }

    record RestrictionRequest(
            RestrictionView.@Nullable Kind kind,
            @Nullable String note,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate untilOn) {}

    record RestrictionEnd(@Nullable String reason) {}

    @GetMapping
    Mono<RestrictionView> restrictions(@PathVariable UUID subject, Caller caller) {
        return restrictions.find(caller, subject);
    }

    @PostMapping
    Mono<RestrictionView> record(
            @PathVariable UUID subject,
            @RequestBody RestrictionRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return restrictions.record(caller, key, subject, request);
    }

    @PostMapping("/{restriction}/end")
    Mono<RestrictionView> end(
            @PathVariable UUID subject,
            @PathVariable UUID restriction,
            @RequestBody RestrictionEnd request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return restrictions.end(caller, key, subject, restriction, request);
    }
}
