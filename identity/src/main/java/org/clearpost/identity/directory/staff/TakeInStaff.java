package org.clearpost.identity.directory.staff;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.directory.Access;
import org.clearpost.identity.directory.PersonRepository;
import org.clearpost.identity.directory.PostRepository;
import org.clearpost.identity.directory.SettingRepository;
import org.clearpost.identity.directory.Today;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.staff.model.KnownStaff;
import org.clearpost.identity.directory.staff.model.StaffList;
import org.clearpost.identity.directory.staff.model.StaffListRefusedException;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.table.Cells;
import org.clearpost.kit.table.DateOrder;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads a staff list and shows what it would do; confirmed once, it runs row by row.
 *
 * <p>Only a group admin sends one, and only who sent it sees it.
 */
@Component
class TakeInStaff {

    private static final int LONGEST_FILE_NAME = 120;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final SettingRepository settings;
    private final PersonRepository people;
    private final PostRepository posts;
    private final StaffImportRepository imports;
    private final RunStaffImports runner;
    private final Today today;
    private final Clock clock;

    TakeInStaff(
            TenantTransaction transaction,
            Idempotency idempotency,
            AuditLog audit,
            SettingRepository settings,
            PersonRepository people,
            PostRepository posts,
            StaffImportRepository imports,
            RunStaffImports runner,
            Today today,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.audit = audit;
        this.settings = settings;
        this.people = people;
        this.posts = posts;
        this.imports = imports;
        this.runner = runner;
        this.today = today;
        this.clock = clock;
    }

    /** What tells one file sent from another. */
    record Sent(String fileName, DateOrder order, String sha256) {}

    /** Which import was confirmed. */
    record Confirmed(UUID id) {}

    Mono<StaffImportView> preview(
            Caller caller, @Nullable String key, @Nullable String fileName, byte[] content, DateOrder order) {
        Access.requireGroupAdmin(caller);
        String named = named(fileName);
        Mono<StaffImportView> work = Mono.defer(() -> {
            try {
                StaffList list = StaffList.read(content, order);
                return known(list)
                        .map(known -> list.judge(known, today.date()))
                        .flatMap(judged -> keep(caller, named, list, judged))
                        .onErrorResume(StaffListRefusedException.class, refused -> keepRefused(caller, named, refused));
            } catch (StaffListRefusedException refused) {
                return keepRefused(caller, named, refused);
            }
        });
        return transaction.within(
                caller,
                idempotency.once(caller, key, new Sent(named, order, digest(content)), StaffImportView.class, work));
    }

    Mono<StaffImportView> show(Caller caller, UUID id) {
        Access.requireGroupAdmin(caller);
        return transaction.within(caller, own(caller, id).flatMap(this::view));
    }

    Mono<StaffImportView> confirm(Caller caller, @Nullable String key, UUID id) {
        Access.requireGroupAdmin(caller);
        Mono<StaffImportView> work = own(caller, id)
                .flatMap(waiting -> imports.start(id, clock.instant()))
                .then(audit.record(caller, "staff-import.confirmed", "staff-import", id, null))
                .then(Mono.defer(() -> own(caller, id).flatMap(this::view)));
        return transaction
                .within(caller, idempotency.once(caller, key, new Confirmed(id), StaffImportView.class, work))
                .doOnNext(confirmed -> runner.run(caller.group(), id));
    }

    private Mono<KnownStaff> known(StaffList list) {
        return settings.allOpen()
                .zipWhen(open -> people.withAddresses(
                        list.addresses().stream().map(EmailAddress::value).toList()))
                .zipWhen(
                        found -> posts.of(found.getT2().stream().map(Person::id).toList()))
                .map(found ->
                        new KnownStaff(found.getT1().getT1(), found.getT1().getT2(), found.getT2()));
    }

    private Mono<StaffImportView> keep(Caller caller, String fileName, StaffList list, StaffList.Judged judged) {
        StaffImport staff = new StaffImport(
                Ids.next(),
                caller.id(),
                fileName,
                StaffImport.State.PREVIEWED,
                null,
                new StaffImport.Table(
                        list.encoding(), list.encodingCertain(), String.valueOf(list.separator()), list.headingRow()),
                judged.rows(),
                judged.people());
        return imports.insert(caller.group(), staff, clock.instant())
                .then(imports.insertRows(caller.group(), staff.id(), judged.accepted()))
                .then(imports.insertFindings(caller.group(), staff.id(), judged.findings()))
                .then(audit.record(caller, "staff-import.previewed", "staff-import", staff.id(), null))
                .then(Mono.defer(() -> view(staff)));
    }

    private Mono<StaffImportView> keepRefused(Caller caller, String fileName, StaffListRefusedException refused) {
        StaffImport staff = new StaffImport(
                Ids.next(), caller.id(), fileName, StaffImport.State.REFUSED, refused.sentence(), null, 0, 0);
        return imports.insert(caller.group(), staff, clock.instant())
                .then(audit.record(caller, "staff-import.refused", "staff-import", staff.id(), null))
                .then(Mono.defer(() -> view(staff)));
    }

    private Mono<StaffImport> own(Caller caller, UUID id) {
        return imports.find(id)
                .filter(staff -> staff.importer().equals(caller.id()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    private Mono<StaffImportView> view(StaffImport staff) {
        return imports.detail(staff.id()).map(detail -> StaffImportView.of(staff, detail));
    }

    private static String named(@Nullable String given) {
        String clean = given == null ? "" : Cells.clean(given.replaceAll("\\p{Cntrl}", " "));
        List<Integer> letters =
                clean.codePoints().limit(LONGEST_FILE_NAME).boxed().toList();
        return letters.isEmpty()
                ? "staff.csv"
                : letters.stream().map(Character::toString).reduce("", String::concat);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
