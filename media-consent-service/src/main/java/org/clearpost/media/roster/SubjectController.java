package org.clearpost.media.roster;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One person: entered, looked at, corrected, ended. Nobody is ever deleted here. */
@RestController
@RequestMapping("/api/media")
class SubjectController {

    private final KeepSubjects subjects;

    SubjectController(KeepSubjects subjects) {
        this.subjects = subjects;
    }

    record SubjectRequest(
            @Nullable SubjectKind kind,
            @Nullable String firstName,
            @Nullable String surname,
            @Nullable String className,
            @Nullable String externalId) {}

    record EndRequest(@Nullable LocalDate on) {}

    @PostMapping("/settings/{setting}/subjects")
    Mono<ResponseEntity<SubjectView>> enter(
            @PathVariable UUID setting,
            @RequestBody SubjectRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return subjects.enter(caller, key, setting, request)
                .map(view -> IfMatch.tagged(
                        ResponseEntity.created(URI.create("/api/media/subjects/" + view.id())), view.version(), view));
    }

    @GetMapping("/subjects/{subject}")
    Mono<ResponseEntity<SubjectView>> subject(@PathVariable UUID subject, Caller caller) {
        return subjects.find(caller, subject).map(SubjectController::withVersion);
    }

    @PutMapping("/subjects/{subject}")
    Mono<ResponseEntity<SubjectView>> correct(
            @PathVariable UUID subject,
            @RequestBody SubjectRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return subjects.correct(caller, subject, ifMatch, request).map(SubjectController::withVersion);
    }

    @PostMapping("/subjects/{subject}/end")
    Mono<ResponseEntity<SubjectView>> end(
            @PathVariable UUID subject,
            @RequestBody EndRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return subjects.end(caller, key, subject, request).map(SubjectController::withVersion);
    }

    private static ResponseEntity<SubjectView> withVersion(SubjectView view) {
        return IfMatch.tagged(ResponseEntity.ok(), view.version(), view);
    }
}
