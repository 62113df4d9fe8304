package org.clearpost.media.consenting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers about one person. */
@RestController
@RequestMapping("/api/media")
class ConsentController {

    private final HandleConsent consents;
    private final ReadHistory history;

    ConsentController(HandleConsent consents, ReadHistory history) {
        this.consents = consents;
        this.history = history;
    }

    record GiverRequest(
            @Nullable String name,
            @Nullable GiverType type,
            @Nullable String email,
            @Nullable String relation,
            @Nullable Responsibility responsibility) {}

    record AnswerRequest(@Nullable Purpose purpose, @Nullable Platform channel, @Nullable Answer answer) {}

    /**
     * The date on the form is evidence. When an answer takes effect is never said by a client: at once.
     *
     * @param validUntil the last day of every yes on the form; without one they have no end
     */
    record ConsentRequest(
            @Nullable GiverRequest giver,
            @Nullable List<@Nullable AnswerRequest> answers,
            @Nullable String formVersion,
            @Nullable LocalDate signedOn,
            @Nullable String keptAt,
            @Nullable UUID evidenceId,
            @Nullable String esignReference,
            @Nullable LocalDate validUntil) {}

    record Recorded(List<ConsentView> items) {}

    @GetMapping("/subjects/{subject}/consents")
    Mono<Page<ConsentView>> consents(
            @PathVariable UUID subject,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return consents.ofSubject(caller, subject, Cursor.read(after, 2), Page.limit(limit));
    }

    @GetMapping("/subjects/{subject}/consents/as-of")
    Mono<HistoryView> asOf(
            @PathVariable UUID subject,
            @RequestParam(required = false) @Nullable Instant on,
            @RequestParam(required = false) @Nullable Instant known,
            Caller caller) {
        return history.asOf(caller, subject, on, known);
    }

    @PostMapping("/subjects/{subject}/consents")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Recorded> record(
            @PathVariable UUID subject,
            @RequestBody ConsentRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return consents.record(caller, key, subject, request);
    }

    @PostMapping("/consents/{consent}/withdrawal")
    Mono<ConsentView> withdraw(
            @PathVariable UUID consent,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return consents.withdraw(caller, key, consent);
    }
}
