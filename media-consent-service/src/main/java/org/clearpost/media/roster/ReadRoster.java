package org.clearpost.media.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.model.RosterStanding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A setting's people for those who may see who is cleared, and its counts for those who may see counts. */
@Service
class ReadRoster {

    private final TenantTransaction transaction;
    private final Doors doors;
    private final RosterRepository people;
    private final AuditLog audit;
    private final Clock clock;

    ReadRoster(TenantTransaction transaction, Doors doors, RosterRepository people, AuditLog audit, Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<List<RosterRepository.ClassSize>> classes(Caller caller, UUID setting) {
        return transaction.within(
                caller,
                enter(caller, setting).then(people.classes(setting, today()).collectList()));
    }

    Mono<Page<RosterView>> list(
            Caller caller, UUID setting, RosterRepository.Filter filter, @Nullable Cursor after, int limit) {
        Instant now = clock.instant();
        return transaction.within(
                caller,
                enter(caller, setting).then(people.livePlatforms(setting)).flatMap(live -> people.list(
                                setting, today(), filter, after, limit + 1)
                        .collectList()
                        .map(found ->
                                Page.of(found, limit, last -> last.cursor().toString()))
                        .map(page -> new Page<>(
                                page.items().stream()
                                        .map(entry -> RosterView.of(entry, live, now))
                                        .toList(),
                                page.next()))
                        .flatMap(page -> audit.record(
                                        caller,
                                        "roster.read",
                                        new ListRead(page.items().size(), filter.kinds()).of("subjects"),
                                        null,
                                        setting)
                                .thenReturn(page))));
    }

    Mono<CoverageView> coverage(Caller caller, UUID setting) {
        boolean exact = Access.readsCoverage(caller, setting);
        Mono<Void> enter = exact || Access.readsRoughCoverage(caller)
                ? people.knowsSetting(setting)
                        .filter(known -> known || caller.belongsTo(setting))
                        .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                        .then()
                : doors.openly(false, caller, setting);
        Instant now = clock.instant();
        return transaction.within(
                caller, enter.then(people.livePlatforms(setting)).flatMap(live -> people.everybody(setting, today())
                        .reduceWith(
                                CoverageView.Sum::new, (sum, person) -> sum.add(RosterStanding.of(person, live, now)))
                        .map(sum -> exact ? sum.exact() : sum.rough())));
    }

    private Mono<Void> enter(Caller caller, UUID setting) {
        return doors.readsRoster(caller, setting).flatMap(allowed -> doors.openly(allowed, caller, setting));
    }

    private LocalDate today() {
        return CivilDay.of(clock.instant());
    }
}
