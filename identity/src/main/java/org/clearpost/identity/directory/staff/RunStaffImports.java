package org.clearpost.identity.directory.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.directory.GroupRepository;
import org.clearpost.identity.directory.KeepPeople;
import org.clearpost.identity.directory.KeepPosts;
import org.clearpost.identity.directory.PersonRepository;
import org.clearpost.identity.directory.model.DirectoryProblem;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.staff.model.Finding;
import org.clearpost.identity.directory.staff.model.StaffRow;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.table.Cells;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes confirmed staff lists into the directory, one row in one transaction.
 *
 * <p>A row is checked again when its turn comes, because the directory may have changed since it was shown. An
 * instance that stops leaves its rows waiting, and another one goes on with them.
 */
@Component
class RunStaffImports {

    private static final Logger log = LoggerFactory.getLogger(RunStaffImports.class);
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final Duration CONFIRM_WITHIN = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final TenantTransaction transaction;
    private final AuditLog audit;
    private final Directory directory;
    private final GroupRepository groups;
    private final PersonRepository people;
    private final KeepPeople keepPeople;
    private final KeepPosts keepPosts;
    private final StaffImportRepository imports;
    private final Clock clock;

    RunStaffImports(
            TenantTransaction transaction,
            AuditLog audit,
            Directory directory,
            GroupRepository groups,
            PersonRepository people,
            KeepPeople keepPeople,
            KeepPosts keepPosts,
            StaffImportRepository imports,
            Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.directory = directory;
        this.groups = groups;
        this.people = people;
        this.keepPeople = keepPeople;
        this.keepPosts = keepPosts;
        this.imports = imports;
        this.clock = clock;
    }

    /** Begins, and does not wait for the end. */
    void run(UUID group, UUID id) {
        takeIn(group, id)
                .subscribeOn(Schedulers.boundedElastic())
                .subscribe(
                        done -> {},
                        failure -> log.warn(
                                "Staff import {} stopped and will be taken up again: {}", id, failure.toString()));
    }

    @Scheduled(fixedDelayString = "${clearpost.directory.look-at-imports-every:PT30S}", initialDelayString = "PT10S")
    void takeUpLeftOver() {
        try {
            transaction
                    .across(imports.abandoned(clock.instant().minus(SILENT)).collectList())
                    .doOnNext(found -> found.forEach(each -> run(each.group(), each.id())))
                    .then(transaction.across(imports.unconfirmed(clock.instant().minus(CONFIRM_WITHIN))
                            .collectList()))
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(each -> transaction.asSystem(each.group(), imports.lapse(each.id())))
                    .then()
                    .block(LONGEST);
        } catch (RuntimeException failure) {
            log.warn("Staff imports could not be looked at, next try soon: {}", failure.toString());
        }
    }

    private Mono<Void> takeIn(UUID group, UUID id) {
        return transaction
                .asSystem(group, imports.find(id))
                .filter(staff -> staff.state() == StaffImport.State.RUNNING)
                .flatMap(staff ->
                        oneRow(group, staff).repeat().takeWhile(more -> more).then())
                .then(transaction.asSystem(
                        group,
                        imports.finish(id)
                                .flatMap(finished -> finished
                                        ? audit.recordSystem(group, "staff-import.finished", "staff-import", id, null)
                                        : Mono.empty())));
    }

    /** True when there was a row to deal with. */
    private Mono<Boolean> oneRow(UUID group, StaffImport staff) {
        return transaction
                .asSystem(
                        group,
                        groups.lock(group).then(imports.lockNext(staff.id())).flatMap(row -> take(group, staff, row)
                                .then(imports.settle(staff.id(), row.number(), "TAKEN", clock.instant()))
                                .onErrorMap(
                                        DataIntegrityViolationException.class,
                                        broken -> new RefusedException(KitProblem.FAILED))
                                .onErrorMap(RefusedException.class, refused -> new RowRefused(row, refused))
                                .thenReturn(true)))
                .onErrorResume(
                        RowRefused.class,
                        refused -> transaction.asSystem(
                                group,
                                imports.settle(staff.id(), refused.row.number(), "REJECTED", clock.instant())
                                        .then(imports.insertFindings(group, staff.id(), List.of(refused.finding())))
                                        .thenReturn(true)))
                .defaultIfEmpty(false);
    }

    private Mono<Void> take(UUID group, StaffImport staff, StaffRow row) {
        Caller importer = new Caller(group, Caller.Kind.PERSON, staff.importer(), List.of(), Set.of(), Long.MAX_VALUE);
        return directory
                .findHolder(group, staff.importer())
                .filter(Holder::groupAdmin)
                .switchIfEmpty(Mono.error(() -> new RefusedException(DirectoryProblem.IMPORTER_LEFT)))
                .then(people.withAddresses(List.of(row.email().value())))
                .flatMap(found -> found.isEmpty() ? join(importer, row) : same(found.getFirst(), row))
                .flatMap(person -> keepPosts.give(importer, person, row.post()));
    }

    private Mono<Person> join(Caller importer, StaffRow row) {
        Person person = Person.joining(new PersonId(Ids.next()), row.person());
        return keepPeople.join(importer, person).then(people.find(person.id()));
    }

    private static Mono<Person> same(Person person, StaffRow row) {
        return Cells.folded(person.details().name()).equals(Cells.folded(row.name()))
                ? Mono.just(person)
                : Mono.error(new RefusedException(DirectoryProblem.EMAIL_TAKEN));
    }

    /** A row that was in order when it was shown and no longer is. */
    private static final class RowRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient StaffRow row;
        private final transient RefusedException refused;

        RowRefused(StaffRow row, RefusedException refused) {
            super(refused.problem().code(), null, false, false);
            this.row = row;
            this.refused = refused;
        }

        Finding finding() {
            String why = refused.errors().isEmpty()
                    ? refused.problem().title()
                    : refused.errors().getFirst().message();
            return new Finding(row.number(), Finding.Severity.REJECTED, "Row " + row.number() + ": " + why);
        }
    }
}
