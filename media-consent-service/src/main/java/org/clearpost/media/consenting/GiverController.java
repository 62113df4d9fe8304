package org.clearpost.media.consenting;

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

/** Who may answer for one person: givers and who of them is barred, and whether a pupil is judged able. */
@RestController
@RequestMapping("/api/media/subjects/{subject}")
class GiverController {

    private static final String KEY = "Idempotency-Key";

    private final ChangeWhoMayAnswer answering;

    GiverController(ChangeWhoMayAnswer answering) {
        this.answering = answering;
    }

    /** @param refusalsSetAside whether what the giver has refused ends with the bar, as a court's order may say */
    record BarRequest(@Nullable String reason, @Nullable Boolean refusalsSetAside) {}

    record LiftRequest(@Nullable String reason) {}

    /** There is no age in it: a pupil's age is no judgement of ability. */
    record AbilityRequest(@Nullable String assessor, @Nullable LocalDate assessedOn, @Nullable String reason) {}

    @GetMapping("/givers")
    Mono<GiversView> givers(@PathVariable UUID subject, Caller caller) {
        return answering.find(caller, subject);
    }

    @PostMapping("/givers/{giver}/bar")
    Mono<GiversView> bar(
            @PathVariable UUID subject,
            @PathVariable UUID giver,
            @RequestBody BarRequest request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return answering.bar(caller, key, subject, giver, request);
    }

    @PostMapping("/givers/{giver}/bar/lifting")
    Mono<GiversView> unbar(
            @PathVariable UUID subject,
            @PathVariable UUID giver,
            @RequestBody LiftRequest request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return answering.unbar(caller, key, subject, giver, request);
    }

    @PostMapping("/carer-change")
    Mono<GiversView> carerChanged(
            @PathVariable UUID subject,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return answering.carerChanged(caller, key, subject);
    }

    @PostMapping("/ability")
    Mono<GiversView> judge(
            @PathVariable UUID subject,
            @RequestBody AbilityRequest request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return answering.judge(caller, key, subject, request);
    }

    @PostMapping("/ability/revocation")
    Mono<GiversView> revoke(
            @PathVariable UUID subject,
            @RequestBody LiftRequest request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return answering.revoke(caller, key, subject, request);
    }
}
