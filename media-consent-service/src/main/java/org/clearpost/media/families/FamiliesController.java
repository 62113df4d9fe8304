package org.clearpost.media.families;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.families.model.FamilyStatus;
import org.clearpost.media.families.model.IdentityCheck;
import org.clearpost.media.families.model.Language;
import org.clearpost.media.families.model.RoundKind;
import org.clearpost.media.families.model.Wording;
import org.clearpost.media.model.Purpose;
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

/** Families as staff ask them. */
@RestController
@RequestMapping("/api/media")
class FamiliesController {

    private final AskFamilies families;
    private final RenewConsents renewals;
    private final ReadOutbox outbox;

    FamiliesController(AskFamilies families, RenewConsents renewals, ReadOutbox outbox) {
        this.families = families;
        this.renewals = renewals;
        this.outbox = outbox;
    }

    /** @param until of a renewal, which is about every class: the day by which a yes ends to be asked about */
    record RoundRequest(@Nullable RoundKind kind, @Nullable String className, @Nullable LocalDate until) {}

    record Rounds(List<RoundView> items) {}

    record WordingText(
            @Nullable String introduction, @Nullable String declaration, @Nullable Map<Purpose, String> questions) {}

    record FamilyWordingRequest(@Nullable Map<Language, WordingText> wording) {}

    /** The words asked with now; version 0 stands for those a setting starts with. */
    record FamilyWordingView(int version, Map<Language, Wording> wording) {}

    record EntryRequest(@Nullable IdentityCheck confirmed) {}

    /** What the code on the tablet says. It works once. */
    record EntryView(String link, Instant until) {}

    @GetMapping("/settings/{setting}/families")
    Mono<FamiliesView> families(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable String className,
            @RequestParam(required = false) @Nullable FamilyStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return families.list(caller, setting, className, status, Cursor.read(after, 1), Page.limit(limit));
    }

    /** Whom a round of the kind RENEW would ask. */
    @GetMapping("/settings/{setting}/lapses/families")
    Mono<RenewalView> renewal(
            @PathVariable UUID setting, @RequestParam(required = false) @Nullable LocalDate until, Caller caller) {
        return renewals.preview(caller, setting, until);
    }

    @GetMapping("/settings/{setting}/family-rounds")
    Mono<Rounds> rounds(@PathVariable UUID setting, Caller caller) {
        return families.rounds(caller, setting);
    }

    @PostMapping("/settings/{setting}/family-rounds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<RoundView> start(
            @PathVariable UUID setting,
            @RequestBody RoundRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return families.start(caller, key, setting, request);
    }

    @GetMapping("/family-rounds/{round}")
    Mono<RoundView> round(@PathVariable UUID round, Caller caller) {
        return families.round(caller, round);
    }

    @GetMapping("/settings/{setting}/family-wordings")
    Mono<FamilyWordingView> wording(@PathVariable UUID setting, Caller caller) {
        return families.wording(caller, setting);
    }

    @PostMapping("/settings/{setting}/family-wordings")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FamilyWordingView> reword(
            @PathVariable UUID setting,
            @RequestBody FamilyWordingRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return families.reword(caller, key, setting, request);
    }

    @PostMapping("/settings/{setting}/families/{giver}/entry")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<EntryView> entry(
            @PathVariable UUID setting, @PathVariable UUID giver, @RequestBody EntryRequest request, Caller caller) {
        return families.entry(caller, setting, giver, request);
    }

    @GetMapping("/settings/{setting}/outgoing-mails")
    Mono<OutboxView> outbox(@PathVariable UUID setting, Caller caller) {
        return outbox.list(caller, setting);
    }

    @PostMapping("/outgoing-mails/{mail}/opening")
    Mono<OutboxView.OpenedMail> open(@PathVariable UUID mail, Caller caller) {
        return outbox.open(caller, mail);
    }
}
