package org.clearpost.media.consenting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.table.TableWriter;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.consenting.SearchRepository.Filter;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.ListRead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds a setting's answers for those who may see consent rows. The file holds exactly what the list shows. */
@Service
class FindConsents {

    static final List<String> HEADINGS = List.of(
            "First name",
            "Surname",
            "Class",
            "Purpose",
            "Channel",
            "Answer stands as",
            "Given by",
            "As",
            "Relation",
            "Parental responsibility",
            "Form version",
            "Signed on",
            "Kept at",
            "Scan",
            "Electronic signature",
            "Valid until",
            "Recorded at",
            "Recorded by",
            "Withdrawn at",
            "Replaced at",
            "Id");

    private static final int MOST_ROWS = 100_000;

    private final TenantTransaction transaction;
    private final Doors doors;
    private final SearchRepository consents;
    private final AuditLog audit;
    private final Clock clock;

    FindConsents(TenantTransaction transaction, Doors doors, SearchRepository consents, AuditLog audit, Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<Page<FoundConsent>> list(Caller caller, UUID setting, Filter filter, @Nullable Cursor after, int limit) {
        Instant now = clock.instant();
        return transaction.within(
                caller,
                admit(caller, setting)
                        .then(Mono.defer(() -> consents.find(setting, filter, now, after, limit + 1)
                                .collectList()))
                        .map(found -> Page.of(found, limit, FindConsents::cursor))
                        .flatMap(page -> audit.record(
                                        caller,
                                        "consent.list-read",
                                        new ListRead(page.items().size(), filter.kinds()).of("consents"),
                                        null,
                                        setting)
                                .thenReturn(page)));
    }

    Mono<String> export(Caller caller, UUID setting, Filter filter) {
        Instant now = clock.instant();
        return transaction
                .within(
                        caller,
                        admit(caller, setting)
                                .then(Mono.defer(() -> consents.find(setting, filter, now, null, MOST_ROWS + 1)
                                        .collectList()))
                                .flatMap(found -> found.size() > MOST_ROWS
                                        ? Mono.error(new RefusedException(
                                                KitProblem.INVALID,
                                                new FieldError(
                                                        "/className",
                                                        "These are too many for one file. Choose a class.")))
                                        : audit.record(
                                                        caller,
                                                        "consent.exported",
                                                        new ListRead(found.size(), filter.kinds()).of("consents"),
                                                        null,
                                                        setting)
                                                .thenReturn(found)))
                .map(found -> TableWriter.write(
                        HEADINGS, found.stream().map(FindConsents::cells).toList()));
    }

    Mono<Page<LapsingConsent>> lapses(
            Caller caller, UUID setting, @Nullable LocalDate asked, @Nullable Cursor after, int limit) {
        return Mono.fromSupplier(() -> Lapsing.until(asked, clock.instant()))
                .flatMap(span -> transaction.within(
                        caller,
                        admit(caller, setting)
                                .then(Mono.defer(() -> consents.lapsing(setting, span, after, limit + 1)
                                        .collectList()))
                                .map(found -> Page.of(found, limit, last -> Cursor.of(
                                                Objects.requireNonNull(
                                                                last.consent().validUntil())
                                                        .toString(),
                                                last.consent().id().toString())
                                        .toString()))
                                .flatMap(page -> audit.record(
                                                caller,
                                                "consent.list-read",
                                                new ListRead(page.items().size()).of("lapses"),
                                                null,
                                                setting)
                                        .thenReturn(page))));
    }

    private Mono<Void> admit(Caller caller, UUID setting) {
        return doors.openly(Access.handlesConsent(caller, setting), caller, setting);
    }

    private static String cursor(FoundConsent last) {
        return Cursor.of(last.subjectId().toString(), last.consent().id().toString())
                .toString();
    }

    private static List<String> cells(FoundConsent found) {
        ConsentView row = found.consent();
        return List.of(
                found.firstName(),
                found.surname(),
                text(found.className()),
                row.purpose().words(),
                row.channel() == null ? "" : row.channel().words(),
                row.state().name(),
                row.giver().name(),
                row.giver().type().name(),
                text(row.giver().relation()),
                row.giver().responsibility().name(),
                text(row.formVersion()),
                text(row.signedOn()),
                text(row.keptAt()),
                text(row.evidenceId()),
                text(row.esignReference()),
                text(row.validUntil()),
                text(row.recordedAt()),
                text(row.recordedBy()),
                text(row.withdrawnAt()),
                text(row.supersededAt()),
                text(row.id()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
