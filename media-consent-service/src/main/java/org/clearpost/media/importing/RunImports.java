package org.clearpost.media.importing;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.importing.RosterWriter.Origin;
import org.clearpost.media.importing.RosterWriter.Written;
import org.clearpost.media.importing.model.Analysis;
import org.clearpost.media.importing.model.FileRefusedException;
import org.clearpost.media.importing.model.Finding;
import org.clearpost.media.importing.model.Finding.Severity;
import org.clearpost.media.importing.model.FrozenPlan;
import org.clearpost.media.importing.model.FrozenPlan.Child;
import org.clearpost.media.importing.model.ImportPlan;
import org.clearpost.media.importing.model.ImportState;
import org.clearpost.media.importing.model.RosterFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores what was confirmed, some hundred people at a time. Each part commits with its audit entry, its event and the
 * note of how far the work is, so a service that stops in the middle goes on where it was and never writes half a row.
 */
@Service
class RunImports {

    private static final Logger log = LoggerFactory.getLogger(RunImports.class);

    private static final int PEOPLE_AT_ONCE = 1_000;
    private static final int MOST_ATTEMPTS = 5;
    /** How long the findings of a finished import can be looked up. */
    private static final Duration REPORT_KEPT = Duration.ofDays(30);

    private final TenantTransaction transaction;
    private final ImportRepository imports;
    private final RosterWriter writer;
    private final AuditLog audit;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Scheduler reading;
    private final ImportProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    /** One plan at a time: what an import takes of memory is known. */
    private final AtomicBoolean working = new AtomicBoolean();

    RunImports(
            TenantTransaction transaction,
            ImportRepository imports,
            RosterWriter writer,
            AuditLog audit,
            Outbox outbox,
            JsonMapper json,
            Scheduler importReading,
            ImportProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.imports = imports;
        this.writer = writer;
        this.audit = audit;
        this.outbox = outbox;
        this.json = json;
        this.reading = importReading;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /** One worker's hold on one import. */
    private record Claim(UUID group, UUID worker, ImportBatch batch) {

        UUID id() {
            return batch.id();
        }

        Caller importer() {
            return new Caller(group, batch.importerKind(), batch.importer(), List.of(), Set.of(), Long.MAX_VALUE);
        }
    }

    /** Another worker has the import now: this one has nothing more to do. */
    private static final class ClaimLostException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClaimLostException() {
            super("claim lost", null, false, false);
        }
    }

    void start(UUID group, UUID id) {
        run(group, id).subscribe();
    }

    /** Works on an import until it ends, unless somebody else does. Never fails: what went wrong is on record. */
    Mono<Void> run(UUID group, UUID id) {
        return Mono.defer(() -> {
            if (!working.compareAndSet(false, true)) {
                // It waits, unclaimed, for the next look.
                return Mono.empty();
            }
            return runNow(group, id).doFinally(end -> working.set(false));
        });
    }

    private Mono<Void> runNow(UUID group, UUID id) {
        UUID worker = Ids.next();
        return Mono.defer(() -> transaction.asSystem(group, imports.claim(id, worker, now(), until())))
                .flatMap(batch -> {
                    Claim claim = new Claim(group, worker, batch);
                    return transaction
                            .asSystem(group, imports.attempts(id))
                            .flatMap(attempts -> attempts > MOST_ATTEMPTS
                                    ? fail(claim, "The import was started several times and could not be finished.")
                                    : work(claim))
                            .onErrorResume(ClaimLostException.class, lost -> Mono.empty())
                            .onErrorResume(FileRefusedException.class, refused -> fail(claim, refused.sentence()));
                })
                .onErrorResume(failure -> {
                    // The claim runs out by itself, and the import is taken up again.
                    log.warn("Import {} stopped and will be taken up again: {}", id, failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> work(Claim claim) {
        return plan(claim)
                .flatMap(plan -> parts(claim, plan, claim.batch().done(), result(claim)))
                .then(Mono.defer(() -> finish(claim, ImportState.DONE, null)));
    }

    private static ImportResult result(Claim claim) {
        ImportResult result = claim.batch().result();
        return result == null ? ImportResult.NOTHING : result;
    }

    private Mono<FrozenPlan> plan(Claim claim) {
        return transaction
                .asSystem(claim.group(), imports.plan(claim.id()))
                .publishOn(reading)
                .map(this::unpacked)
                .switchIfEmpty(Mono.defer(() -> freeze(claim)));
    }

    private Mono<FrozenPlan> freeze(Claim claim) {
        ImportBatch batch = claim.batch();
        return transaction
                .asSystem(
                        claim.group(),
                        Mono.zip(
                                imports.content(claim.id()),
                                imports.settingName(batch.setting())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()),
                                imports.children(batch.setting())))
                .switchIfEmpty(Mono.error(() -> new FileRefusedException("The file is no longer there.")))
                .publishOn(reading)
                .map(all -> planned(RosterFile.open(all.getT1(), batch.fileName(), RosterFile.LIMITS)
                        .analyse(
                                batch.mapping(),
                                batch.defaults(),
                                all.getT3(),
                                all.getT2().orElse(null),
                                CivilDay.of(clock.instant()))))
                .flatMap(plan -> transaction.asSystem(
                        claim.group(),
                        imports.givers(batch.setting(), plan)
                                .map(known -> FrozenPlan.of(plan, known, Ids::next))
                                .flatMap(frozen -> imports.freeze(
                                                claim.id(),
                                                claim.worker(),
                                                packed(frozen),
                                                plan.preview(),
                                                Findings.kept(plan.findings()),
                                                plan.findings().size(),
                                                until())
                                        .filter(rows -> rows == 1)
                                        .switchIfEmpty(Mono.error(ClaimLostException::new))
                                        .thenReturn(frozen))));
    }

    private static ImportPlan planned(Analysis analysis) {
        return switch (analysis) {
            case Analysis.Planned planned -> planned.plan();
            case Analysis.Asked asked -> throw new FileRefusedException(asked.sentence());
        };
    }

    private Mono<Void> parts(Claim claim, FrozenPlan plan, int done, ImportResult result) {
        if (done >= plan.children().size()) {
            return Mono.empty();
        }
        int next = Math.min(done + PEOPLE_AT_ONCE, plan.children().size());
        List<Child> part = plan.children().subList(done, next);
        return part(claim, plan, part, done, next, result, List.of())
                .onErrorResume(
                        DataIntegrityViolationException.class, collision -> oneByOne(claim, plan, part, done, result))
                .flatMap(sum -> parts(claim, plan, next, sum));
    }

    /** Several people, the note of it, the audit entry and the event: all of it or nothing. */
    private Mono<ImportResult> part(
            Claim claim,
            FrozenPlan plan,
            List<Child> part,
            int done,
            int next,
            ImportResult before,
            List<Finding> more) {
        Origin origin = new Origin(
                claim.group(),
                claim.batch().setting(),
                claim.id(),
                claim.batch().importer(),
                now());
        ImportResult[] sum = {before};
        return transaction
                .asSystem(
                        claim.group(),
                        writer.write(origin, plan, part)
                                .flatMap(written -> {
                                    sum[0] = before.plus(written.result());
                                    return imports.advance(
                                                    claim.id(), claim.worker(), done, next, sum[0], more, until())
                                            .filter(rows -> rows == 1)
                                            .switchIfEmpty(Mono.error(ClaimLostException::new))
                                            .then(tell(claim, written));
                                })
                                .thenReturn(true))
                .map(committed -> sum[0])
                .doOnSuccess(stored -> meters.counter("clearpost.import.people").increment(next - done));
    }

    private Mono<Void> tell(Claim claim, Written written) {
        UUID setting = claim.batch().setting();
        return audit.record(claim.importer(), "import.part-stored", "import", claim.id(), setting)
                .then(
                        written.affected().isEmpty()
                                ? Mono.empty()
                                : outbox.append(
                                        claim.group(),
                                        "org.clearpost.media.ClearancesImported",
                                        claim.id(),
                                        Map.of(
                                                "importId",
                                                claim.id(),
                                                "settingId",
                                                setting,
                                                "subjectIds",
                                                written.affected())));
    }

    /** Somebody entered the same number by hand meanwhile: only that row is left out. */
    private Mono<ImportResult> oneByOne(Claim claim, FrozenPlan plan, List<Child> part, int done, ImportResult before) {
        Mono<ImportResult> sum = Mono.just(before);
        for (int i = 0; i < part.size(); i++) {
            Child child = part.get(i);
            int at = done + i;
            sum = sum.flatMap(
                    result -> part(claim, plan, List.of(child), at, at + 1, result, List.of())
                            .onErrorResume(
                                    DataIntegrityViolationException.class,
                                    collision -> part(
                                            claim,
                                            plan,
                                            List.of(),
                                            at,
                                            at + 1,
                                            result.plus(new ImportResult(0, 0, 0, 0, 0, 0, 0, 1)),
                                            List.of(
                                                    new Finding(
                                                            child.row(),
                                                            Severity.REJECTED,
                                                            "Row " + child.row()
                                                                    + " was not stored: somebody else entered this child or number meanwhile.")))));
        }
        return sum;
    }

    private Mono<Void> fail(Claim claim, String sentence) {
        log.warn("Import {} failed", claim.id());
        return finish(claim, ImportState.FAILED, sentence);
    }

    private Mono<Void> finish(Claim claim, ImportState state, @Nullable String sentence) {
        String action = state == ImportState.DONE ? "import.finished" : "import.failed";
        return transaction
                .asSystem(
                        claim.group(),
                        imports.finish(claim.id(), claim.worker(), state, sentence, now(), now().plus(REPORT_KEPT))
                                .filter(rows -> rows == 1)
                                .switchIfEmpty(Mono.error(ClaimLostException::new))
                                .then(audit.record(
                                        claim.importer(),
                                        action,
                                        "import",
                                        claim.id(),
                                        claim.batch().setting())))
                .doOnSuccess(ended -> meters.counter("clearpost.imports", "outcome", state.name())
                        .increment());
    }

    /** Takes up what other instances, or this one before it was restarted, have left. */
    Mono<Void> resumeAbandoned() {
        return transaction
                .across(imports.abandoned(now()).collectList())
                .flatMapIterable(places -> places)
                .concatMap(place -> run(place.group(), place.id()))
                .then();
    }

    /** Deletes files nobody confirmed within a day, and findings after a month. */
    Mono<Void> forget() {
        return transaction
                .across(imports.toForget(now()).collectList())
                .flatMapIterable(places -> places)
                .concatMap(place -> transaction.asSystem(
                        place.group(),
                        imports.forget(place.id(), now())
                                .then(audit.recordSystem(
                                        place.group(), "import.forgotten", "import", place.id(), null))))
                .then();
    }

    private byte[] packed(FrozenPlan plan) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            json.writeValue(out, plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private FrozenPlan unpacked(byte[] plan) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(plan))) {
            return json.readValue(in, FrozenPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant until() {
        return now().plus(properties.lease());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
