package org.clearpost.media.consenting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.SubjectDoor;
import org.clearpost.media.access.SubjectDoor.Subject;
import org.clearpost.media.consenting.EvidenceRepository.Scan;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.FilesInHand;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.ScanType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps scans of signed forms, and hands them out to those who may see consent rows. Each time is on record. */
@Service
class KeepEvidence {

    static final int LARGEST = 10 * 1024 * 1024;

    /** A person has a few forms a year; this is far beyond, and far from filling a disk. */
    private static final int MOST_SCANS = 200;

    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(2);
    private static final int HELD_AT_ONCE = 4;
    private static final int HELD_PER_GROUP = 2;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final SubjectDoor door;
    private final EvidenceRepository scans;
    private final AuditLog audit;
    private final Clock clock;
    private final FilesInHand inHand = new FilesInHand(HELD_AT_ONCE, HELD_PER_GROUP);

    KeepEvidence(
            TenantTransaction transaction,
            Idempotency idempotency,
            SubjectDoor door,
            EvidenceRepository scans,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.door = door;
        this.scans = scans;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the caller may is seen before a byte of the file is read. */
    Mono<EvidenceView> upload(Caller caller, @Nullable String key, UUID subject, Mono<byte[]> content) {
        return transaction
                .within(caller, door.openly(caller, subject, Access::handlesConsent))
                .then(oneOfFew(
                        caller.group(),
                        content.flatMap(bytes -> transaction.within(
                                caller,
                                door.openly(caller, subject, Access::handlesConsent)
                                        .flatMap(found -> idempotency.once(
                                                caller,
                                                key,
                                                new Command("evidence.add", subject, digest(bytes)),
                                                EvidenceView.class,
                                                Mono.defer(() -> add(caller, found, bytes))))))));
    }

    Mono<Scan> content(Caller caller, UUID subject, UUID scan) {
        return transaction.within(
                caller,
                door.hidden(caller, subject, Access::handlesConsent).flatMap(found -> scans.content(subject, scan)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                        .flatMap(
                                read -> audit.record(caller, "evidence.read", "consent-evidence", scan, found.setting())
                                        .thenReturn(read))));
    }

    private Mono<EvidenceView> add(Caller caller, Subject subject, byte[] content) {
        ScanType type = ScanType.of(content).orElseThrow(() -> new RefusedException(KitProblem.UNSUPPORTED));
        EvidenceView scan = new EvidenceView(
                Ids.next(),
                subject.id(),
                type.mediaType(),
                content.length,
                digest(content),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return scans.count(subject.id())
                .filter(kept -> kept < MOST_SCANS)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.TOO_MANY_SCANS)))
                .then(scans.add(caller.group(), scan, content, caller.id()))
                .then(audit.record(caller, "evidence.added", "consent-evidence", scan.id(), subject.setting()))
                .thenReturn(scan);
    }

    /** Few files are held in memory at once, of one group fewer still, and none for ever. */
    private <T> Mono<T> oneOfFew(UUID group, Mono<T> work) {
        return Mono.defer(() -> inHand.take(group)
                ? work.timeout(LONGEST_UPLOAD).doFinally(end -> inHand.putBack(group))
                : Mono.error(new RefusedException(KitProblem.TOO_MANY)));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
