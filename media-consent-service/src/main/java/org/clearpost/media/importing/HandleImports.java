package org.clearpost.media.importing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.table.DateOrder;
import org.clearpost.kit.table.TableWriter;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.edge.FilesInHand;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.importing.ImportController.ColumnRequest;
import org.clearpost.media.importing.ImportController.ConfirmationRequest;
import org.clearpost.media.importing.ImportController.MappingRequest;
import org.clearpost.media.importing.ImportView.Asked;
import org.clearpost.media.importing.model.Analysis;
import org.clearpost.media.importing.model.BatchDefaults;
import org.clearpost.media.importing.model.ColumnMapping;
import org.clearpost.media.importing.model.FileRefusedException;
import org.clearpost.media.importing.model.Finding;
import org.clearpost.media.importing.model.ImportPlan.Preview;
import org.clearpost.media.importing.model.ImportProblem;
import org.clearpost.media.importing.model.ImportState;
import org.clearpost.media.importing.model.Mapping;
import org.clearpost.media.importing.model.RosterFile;
import org.clearpost.media.importing.model.StoredChild;
import org.clearpost.media.importing.model.Target;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.SecretInText;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes a file up to its confirmation. Only whoever uploaded a file sees it; to everybody else it does not exist.
 *
 * <p>Files are read outside of transactions, on threads of their own, so that a big one keeps no request waiting.
 */
@Service
class HandleImports {

    /** How long a file waits for its confirmation before it is deleted. */
    static final Duration UNCONFIRMED = Duration.ofHours(24);

    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(2);
    private static final int HELD_AT_ONCE = 4;
    private static final int HELD_PER_GROUP = 2;
    private static final int LONGEST_FILE_NAME = 200;
    private static final int MOST_COLUMNS = 500;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final ImportRepository imports;
    private final AuditLog audit;
    private final RunImports jobs;
    private final Scheduler reading;
    private final Clock clock;
    private final FilesInHand inHand = new FilesInHand(HELD_AT_ONCE, HELD_PER_GROUP);

    HandleImports(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            ImportRepository imports,
            AuditLog audit,
            RunImports jobs,
            Scheduler importReading,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.imports = imports;
        this.audit = audit;
        this.jobs = jobs;
        this.reading = importReading;
        this.clock = clock;
    }

    /** What is kept of a command's answer: the import is shown as it then is, and its findings are not kept twice. */
    record Kept(UUID id) {}

    /** What a file is compared with. */
    private record Surroundings(
            @Nullable String settingName, List<StoredChild> children, @Nullable Mapping remembered) {}

    /** A file read as far as that was possible. */
    private record Read(
            @Nullable RosterFile file,
            ImportState state,
            Mapping mapping,
            boolean remembered,
            @Nullable String refusal,
            @Nullable Asked question,
            @Nullable Preview preview,
            List<Finding> findings,
            boolean datesDisagree) {

        static Read refused(@Nullable RosterFile file, String sentence) {
            return new Read(file, ImportState.REFUSED, Mapping.EMPTY, false, sentence, null, null, List.of(), false);
        }
    }

    Mono<ImportView> upload(Caller caller, @Nullable String key, UUID setting, String fileName, Mono<byte[]> content) {
        String name = bareName(fileName);
        return transaction
                .within(caller, mayImport(caller, setting))
                .then(oneOfFew(caller.group(), content.flatMap(bytes -> onReadingThread(() -> open(bytes, name))
                        .flatMap(opened -> compared(caller, setting, opened))
                        .flatMap(read -> keep(caller, key, setting, name, bytes, read)))))
                .flatMap(kept -> shown(caller, kept.id()));
    }

    /** Few files are held in memory at once, of one group fewer still, and none for ever. */
    private <T> Mono<T> oneOfFew(UUID group, Mono<T> work) {
        return Mono.defer(() -> inHand.take(group)
                ? work.timeout(LONGEST_UPLOAD).doFinally(end -> inHand.putBack(group))
                : Mono.error(new RefusedException(KitProblem.TOO_MANY)));
    }

    private <T> Mono<T> onReadingThread(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(reading)
                .onErrorMap(RejectedExecutionException.class, busy -> new RefusedException(KitProblem.TOO_MANY));
    }

    private Mono<Void> mayImport(Caller caller, UUID setting) {
        return doors.importsRoster(caller, setting).flatMap(allowed -> doors.openly(allowed, caller, setting));
    }

    private Mono<Read> compared(Caller caller, UUID setting, Read opened) {
        RosterFile file = opened.file();
        if (file == null) {
            return Mono.just(opened);
        }
        return transaction
                .within(caller, surroundings(setting, file))
                .flatMap(around -> onReadingThread(() -> firstLook(file, around)));
    }

    private static Read open(byte[] bytes, String name) {
        try {
            RosterFile file = RosterFile.open(bytes, name, RosterFile.LIMITS);
            return new Read(
                    file, ImportState.NEEDS_MAPPING, file.suggestion(), false, null, null, null, List.of(), false);
        } catch (FileRefusedException e) {
            return Read.refused(null, e.sentence());
        }
    }

    private Mono<Surroundings> surroundings(UUID setting, RosterFile file) {
        return Mono.zip(
                        imports.settingName(setting).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        imports.children(setting),
                        imports.remembered(setting, file.fingerprint())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(all -> new Surroundings(
                        all.getT1().orElse(null), all.getT2(), all.getT3().orElse(null)));
    }

    /** A file whose columns are known, by its format or from the last time, goes straight to its preview. */
    private Read firstLook(RosterFile file, Surroundings around) {
        Mapping known = around.remembered();
        boolean remembered = known != null && file.faults(known).isEmpty();
        if (!remembered && file.shape() == RosterFile.Shape.CSV) {
            return new Read(
                    file, ImportState.NEEDS_MAPPING, file.suggestion(), false, null, null, null, List.of(), false);
        }
        try {
            Mapping mapping = remembered && known != null ? known : file.suggestion();
            Read read = look(file, mapping, remembered, around);
            // Another person may have saved this file with dates of another order: then the order is asked again.
            return read.datesDisagree() ? look(file, mapping.withDateOrder(null), remembered, around) : read;
        } catch (FileRefusedException e) {
            return Read.refused(file, e.sentence());
        }
    }

    private Read look(RosterFile file, Mapping mapping, boolean remembered, Surroundings around) {
        Analysis analysis = file.analyse(mapping, BatchDefaults.NONE, around.children(), around.settingName(), today());
        return switch (analysis) {
            case Analysis.Asked asked ->
                new Read(
                        file,
                        ImportState.NEEDS_MAPPING,
                        mapping,
                        remembered,
                        null,
                        new Asked(asked.question(), asked.sentence(), asked.options()),
                        null,
                        List.of(),
                        false);
            case Analysis.Planned planned ->
                new Read(
                        file,
                        ImportState.PREVIEWED,
                        mapping,
                        remembered,
                        null,
                        null,
                        planned.plan().preview(),
                        planned.plan().findings(),
                        planned.datesDisagree());
        };
    }

    private Mono<Kept> keep(Caller caller, @Nullable String key, UUID setting, String name, byte[] bytes, Read read) {
        UUID id = Ids.next();
        Instant now = now();
        RosterFile file = read.file();
        boolean refused = read.state() == ImportState.REFUSED;
        ImportBatch batch = new ImportBatch(
                id,
                setting,
                caller.id(),
                caller.kind(),
                name,
                read.state(),
                read.refusal(),
                file == null ? null : file.shape(),
                file == null ? null : file.encoding(),
                file != null && file.encodingCertain(),
                file == null ? null : file.separator(),
                file == null ? 0 : file.headingRow(),
                file == null ? null : file.fingerprint(),
                file == null || refused ? List.of() : file.columns(),
                read.mapping(),
                read.remembered(),
                read.question(),
                read.preview(),
                List.of(),
                read.findings().size(),
                BatchDefaults.NONE,
                0,
                0,
                null,
                1,
                now);
        Command command = new Command("import.upload", setting, List.of(name, digest(bytes)));
        Mono<Kept> work = imports.add(
                        caller.group(),
                        batch,
                        refused ? null : bytes,
                        Findings.kept(read.findings()),
                        now.plus(UNCONFIRMED))
                .then(audit.record(caller, refused ? "import.refused" : "import.uploaded", "import", id, setting))
                .thenReturn(new Kept(id));
        return transaction.within(
                caller, mayImport(caller, setting).then(idempotency.once(caller, key, command, Kept.class, work)));
    }

    /** A setting's imports, whoever made them, newest first. */
    Mono<Page<ImportListed>> list(Caller caller, UUID setting, @Nullable Cursor after, int limit) {
        return transaction.within(
                caller,
                mayImport(caller, setting)
                        .then(Mono.defer(() -> imports.list(setting, after == null ? null : after.uuid(0), limit + 1)
                                .collectList()))
                        .map(found -> Page.of(
                                found, limit, last -> Cursor.of(last.id().toString())
                                        .toString()))
                        .flatMap(page -> audit.record(
                                        caller,
                                        "imports.read",
                                        new ListRead(page.items().size()).of("imports"),
                                        null,
                                        setting)
                                .thenReturn(page)));
    }

    /** Samples and findings quote the file: every reading that shows any is on record. */
    Mono<ImportView> find(Caller caller, UUID id) {
        return transaction
                .within(caller, visible(caller, id).flatMap(batch -> (batch.quotesItsFile()
                                ? audit.record(
                                        caller,
                                        "import.read",
                                        new ListRead(batch.findings().size()).of("findings"),
                                        id,
                                        batch.setting())
                                : Mono.<Void>empty())
                        .thenReturn(batch)))
                .map(ImportBatch::view);
    }

    private Mono<ImportView> shown(Caller caller, UUID id) {
        return transaction.within(caller, visible(caller, id)).map(ImportBatch::view);
    }

    private Mono<ImportBatch> visible(Caller caller, UUID id) {
        return imports.find(id)
                .filter(batch -> batch.isBy(caller) && Access.importsRoster(caller, batch.setting()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    private record Open(ImportBatch batch, ByteBuffer content, Surroundings around) {}

    Mono<ImportView> map(Caller caller, UUID id, MappingRequest request) {
        return oneOfFew(caller.group(), reread(caller, id, request));
    }

    private Mono<ImportView> reread(Caller caller, UUID id, MappingRequest request) {
        return transaction
                .within(
                        caller,
                        visible(caller, id).flatMap(HandleImports::stillOpen).flatMap(batch -> Mono.zip(
                                        imports.content(id)
                                                .switchIfEmpty(
                                                        Mono.error(() -> new RefusedException(ImportProblem.NOT_OPEN))),
                                        imports.settingName(batch.setting())
                                                .map(Optional::of)
                                                .defaultIfEmpty(Optional.empty()),
                                        imports.children(batch.setting()))
                                .map(all -> new Open(
                                        batch,
                                        ByteBuffer.wrap(all.getT1()),
                                        new Surroundings(all.getT2().orElse(null), all.getT3(), null)))))
                .flatMap(open -> onReadingThread(() -> mapped(open, request))
                        .flatMap(read -> transaction.within(
                                caller,
                                imports.map(
                                                id,
                                                open.batch().revision(),
                                                read.state(),
                                                read.mapping(),
                                                read.question(),
                                                read.preview(),
                                                Findings.kept(read.findings()),
                                                read.findings().size())
                                        .filter(rows -> rows == 1)
                                        .switchIfEmpty(
                                                Mono.error(() -> new RefusedException(KitProblem.CHANGED_MEANWHILE)))
                                        .then(audit.record(
                                                caller,
                                                "import.mapped",
                                                "import",
                                                id,
                                                open.batch().setting()))
                                        .then(Mono.defer(() -> visible(caller, id))))))
                .map(ImportBatch::view);
    }

    private static Mono<ImportBatch> stillOpen(ImportBatch batch) {
        return batch.state().isOpen() ? Mono.just(batch) : Mono.error(new RefusedException(ImportProblem.NOT_OPEN));
    }

    private Read mapped(Open open, MappingRequest request) {
        RosterFile file = RosterFile.open(open.content().array(), open.batch().fileName(), RosterFile.LIMITS);
        Mapping mapping = read(request);
        List<Mapping.Fault> faults = file.faults(mapping);
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    KitProblem.INVALID,
                    faults.stream()
                            .map(fault -> new FieldError(fault.pointer(), fault.message()))
                            .toList());
        }
        try {
            return look(file, mapping, false, open.around());
        } catch (FileRefusedException e) {
            throw new RefusedException(ImportProblem.NO_PERSON, new FieldError("/columns", e.sentence()));
        }
    }

    private static Mapping read(MappingRequest request) {
        Fields fields = new Fields();
        List<ColumnRequest> given = fields.list("/columns", request.columns(), MOST_COLUMNS);
        List<ColumnMapping> columns = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ColumnRequest each = given.get(i);
            String at = "/columns/" + i;
            Target target = fields.required(at + "/target", each.target(), Target.IGNORED);
            boolean consent = target == Target.CONSENT;
            List<Platform> channels = fields.list(at + "/channels", each.channels(), Platform.values().length);
            columns.add(new ColumnMapping(
                    fields.required(at + "/index", each.index(), 0),
                    target,
                    consent ? each.purpose() : null,
                    consent ? channels : List.of(),
                    consent && Boolean.TRUE.equals(each.recordsAnswers()),
                    each.guardian() == null ? 1 : each.guardian()));
        }
        String school = fields.optionalLine("/school", request.school(), 200);
        fields.check();
        return new Mapping(columns, request.dateOrder(), school);
    }

    Mono<ImportView> confirm(Caller caller, @Nullable String key, UUID id, ConfirmationRequest request) {
        return transaction
                .within(
                        caller,
                        visible(caller, id)
                                .flatMap(batch -> idempotency.once(
                                        caller,
                                        key,
                                        new Command("import.confirm", id, request),
                                        Kept.class,
                                        Mono.defer(() -> confirm(caller, batch, defaults(request))))))
                .onErrorMap(DuplicateKeyException.class, running -> new RefusedException(ImportProblem.OTHER_RUNNING))
                .doOnNext(kept -> jobs.start(caller.group(), id))
                .flatMap(kept -> shown(caller, id));
    }

    private BatchDefaults defaults(ConfirmationRequest request) {
        Fields fields = new Fields();
        if (!Boolean.TRUE.equals(request.confirmed())) {
            fields.refuse("/confirmed", "Please confirm that you have looked at the preview.");
        }
        LocalDate signedOn = request.signedOn();
        if (signedOn != null && signedOn.isAfter(today())) {
            fields.refuse("/signedOn", "A form cannot have been signed in the future.");
        }
        if (signedOn != null && signedOn.getYear() < 1990) {
            fields.refuse("/signedOn", "This date is too long ago.");
        }
        BatchDefaults defaults = new BatchDefaults(
                fields.optionalLine("/formVersion", request.formVersion(), 100),
                signedOn,
                fields.optionalLine("/keptAt", request.keptAt(), 300));
        fields.check();
        return defaults;
    }

    private Mono<Kept> confirm(Caller caller, ImportBatch batch, BatchDefaults defaults) {
        Preview preview = batch.preview();
        if (batch.state() != ImportState.PREVIEWED || preview == null) {
            boolean before = batch.state() == ImportState.NEEDS_MAPPING;
            return Mono.error(
                    new RefusedException(before ? ImportProblem.NOT_PREVIEWED : ImportProblem.ALREADY_CONFIRMED));
        }
        String fingerprint = batch.fingerprint();
        Mono<Void> remember = fingerprint == null || batch.shape() != RosterFile.Shape.CSV
                ? Mono.empty()
                : imports.remember(
                        caller.group(),
                        batch.setting(),
                        fingerprint,
                        // Day first is what is read anyway until a file speaks against it.
                        batch.mapping().dateOrder() == DateOrder.DAY_FIRST
                                ? batch.mapping().withDateOrder(null)
                                : batch.mapping(),
                        now(),
                        caller.id());
        return imports.isAnotherRunning(batch.setting())
                .flatMap(running -> running
                        ? Mono.<Long>error(new RefusedException(ImportProblem.OTHER_RUNNING))
                        : imports.confirm(batch.id(), defaults, preview.people(), now()))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(ImportProblem.ALREADY_CONFIRMED)))
                .then(remember)
                .then(audit.record(caller, "import.confirmed", "import", batch.id(), batch.setting()))
                .thenReturn(new Kept(batch.id()));
    }

    Mono<ImportView> discard(Caller caller, UUID id) {
        return transaction
                .within(
                        caller,
                        visible(caller, id)
                                .flatMap(batch -> imports.discard(id, now())
                                        .filter(rows -> rows == 1)
                                        .switchIfEmpty(Mono.error(() -> new RefusedException(ImportProblem.NOT_OPEN)))
                                        .then(audit.record(caller, "import.discarded", "import", id, batch.setting())))
                                .then(Mono.defer(() -> visible(caller, id))))
                .map(ImportBatch::view);
    }

    /** Every finding as a table. It quotes the file, so only its importer gets it, and every reading is on record. */
    Mono<String> report(Caller caller, UUID id) {
        return transaction
                .within(caller, visible(caller, id).flatMap(batch -> audit.record(
                                caller, "import.report-read", "import", id, batch.setting())
                        .then(imports.findings(id))))
                .map(findings -> TableWriter.write(
                        List.of("Row", "What became of it", "Message"),
                        findings.stream()
                                .sorted(Comparator.comparingInt(Finding::row))
                                .map(finding -> List.of(
                                        finding.row() == 0 ? "" : String.valueOf(finding.row()),
                                        Findings.words(finding.severity()),
                                        finding.message()))
                                .toList()));
    }

    private static String bareName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) {
            throw new RefusedException(KitProblem.INVALID, new FieldError("/fileName", "The file needs a name."));
        }
        if (SecretInText.isIn(name)) {
            throw new RefusedException(KitProblem.INVALID, new FieldError("/fileName", SecretInText.REFUSAL));
        }
        return name.length() <= LONGEST_FILE_NAME ? name : name.substring(name.length() - LONGEST_FILE_NAME);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private LocalDate today() {
        return CivilDay.of(clock.instant());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
