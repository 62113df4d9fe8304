package org.clearpost.media.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.model.SubjectKind;
import org.clearpost.media.roster.RosterRepository.Entry;
import org.clearpost.media.roster.RosterRepository.Particulars;
import org.clearpost.media.roster.SubjectController.EndRequest;
import org.clearpost.media.roster.SubjectController.SubjectRequest;
import org.clearpost.media.takedowns.OpenTakedowns;
import org.clearpost.media.takedowns.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Enters, shows, corrects and ends people who may be pictured. */
@Service
class KeepSubjects {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTICE_YEARS = 2;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final RosterRepository people;
    private final OpenTakedowns takedowns;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    KeepSubjects(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            RosterRepository people,
            OpenTakedowns takedowns,
            AuditLog audit,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.people = people;
        this.takedowns = takedowns;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<SubjectView> enter(Caller caller, @Nullable String key, UUID setting, SubjectRequest request) {
        return transaction.within(
                caller,
                doors.openly(Access.handlesConsent(caller, setting), caller, setting)
                        .then(Mono.defer(() -> idempotency.once(
                                caller,
                                key,
                                new Command("subject.enter", setting, request),
                                SubjectView.class,
                                add(caller, setting, request)))));
    }

    private Mono<SubjectView> add(Caller caller, UUID setting, SubjectRequest request) {
        UUID id = Ids.next();
        return Mono.fromSupplier(() -> particulars(request))
                .flatMap(person -> people.add(caller.group(), id, setting, person))
                .then(audit.record(caller, "subject.entered", "subject", id, setting))
                .then(Mono.defer(() -> view(caller, id)));
    }

    Mono<SubjectView> find(Caller caller, UUID subject) {
        return transaction.within(caller, visible(caller, subject).flatMap(entry -> audit.record(
                        caller, "subject.read", "subject", subject, entry.setting())
                .then(view(caller, entry))));
    }

    Mono<SubjectView> correct(Caller caller, UUID subject, @Nullable String ifMatch, SubjectRequest request) {
        return transaction.within(
                caller,
                handled(caller, subject)
                        .flatMap(entry -> {
                            int seen = new IfMatch(ifMatch).named();
                            Particulars person = particulars(request);
                            if (person.kind() != entry.facts().kind()) {
                                Fields fields = new Fields();
                                fields.refuse("/kind", "This cannot be changed. End this entry and make a new one.");
                                fields.check();
                            }
                            return people.correct(subject, seen, person)
                                    .then(audit.record(
                                            caller, "subject.corrected", "subject", subject, entry.setting()));
                        })
                        .then(Mono.defer(() -> view(caller, subject))));
    }

    Mono<SubjectView> end(Caller caller, @Nullable String key, UUID subject, EndRequest request) {
        return transaction.within(
                caller,
                handled(caller, subject)
                        .flatMap(entry -> idempotency.once(
                                caller,
                                key,
                                new Command("subject.end", subject, request),
                                SubjectView.class,
                                Mono.fromSupplier(() -> lastDay(request))
                                        .flatMap(on -> people.end(subject, on, CivilDay.of(clock.instant())))
                                        .then(audit.record(
                                                caller, "subject.ended", "subject", subject, entry.setting()))
                                        .then(Mono.defer(() -> takedowns.forSubject(
                                                caller.group(), new SubjectId(subject), Reason.LAPSED, now())))
                                        .then(outbox.append(
                                                caller.group(),
                                                "org.clearpost.media.ClearanceChanged",
                                                subject,
                                                Map.of("subjectId", subject, "settingId", entry.setting())))
                                        .then(Mono.defer(() -> view(caller, subject))))));
    }

    private Mono<Entry> visible(Caller caller, UUID subject) {
        return people.find(subject)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .flatMap(entry -> doors.readsRoster(caller, entry.setting())
                        .flatMap(doors::hidden)
                        .thenReturn(entry));
    }

    private Mono<Entry> handled(Caller caller, UUID subject) {
        return visible(caller, subject)
                .flatMap(entry -> doors.openly(Access.handlesConsent(caller, entry.setting()), caller, entry.setting())
                        .thenReturn(entry));
    }

    private Mono<SubjectView> view(Caller caller, UUID subject) {
        return people.find(subject).flatMap(entry -> view(caller, entry));
    }

    private Mono<SubjectView> view(Caller caller, Entry entry) {
        return people.livePlatforms(entry.setting())
                .map(live ->
                        SubjectView.of(entry, Access.handlesConsent(caller, entry.setting()), live, clock.instant()));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate lastDay(EndRequest request) {
        LocalDate today = CivilDay.of(clock.instant());
        Fields fields = new Fields();
        LocalDate on = fields.required("/on", request.on(), today);
        if (on.isBefore(today)) {
            fields.refuse("/on", "The last day cannot be in the past.");
        }
        if (on.isAfter(today.plusYears(LONGEST_NOTICE_YEARS))) {
            fields.refuse("/on", "The last day is too far ahead.");
        }
        fields.check();
        return on;
    }

    private static Particulars particulars(SubjectRequest request) {
        Fields fields = new Fields();
        Particulars person = new Particulars(
                fields.required("/kind", request.kind(), SubjectKind.CHILD),
                fields.line("/firstName", request.firstName(), LONGEST_NAME),
                fields.line("/surname", request.surname(), LONGEST_NAME),
                fields.optionalLine("/className", request.className(), LONGEST_NAME),
                fields.optionalLine("/externalId", request.externalId(), LONGEST_NAME));
        fields.check();
        return person;
    }
}
