package org.clearpost.media.pictures;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.Command;
import org.clearpost.media.model.PictureId;
import org.clearpost.media.pictures.cleaning.CleanPictures;
import org.clearpost.media.pictures.model.CleanCopy;
import org.clearpost.media.pictures.model.PictureFormat;
import org.clearpost.media.pictures.model.PictureHeader;
import org.clearpost.media.pictures.model.PictureState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes a picture in, shows it to whoever sent it, and lets go of it. What was sent lives in memory until it is cleaned;
 * only the cleaned copy is stored, and that for a day.
 */
@Service
class KeepPictures {

    static final Duration KEPT = Duration.ofHours(24);

    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(1);
    private static final int HELD_AT_ONCE = 4;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final PictureRepository pictures;
    private final CleanPictures cleaner;
    private final AuditLog audit;
    private final Clock clock;
    private final MeterRegistry meters;
    private final PlacesInHand places = new PlacesInHand(HELD_AT_ONCE);

    KeepPictures(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            PictureRepository pictures,
            CleanPictures cleaner,
            AuditLog audit,
            Clock clock,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.pictures = pictures;
        this.cleaner = cleaner;
        this.audit = audit;
        this.clock = clock;
        this.meters = meters;
    }

    /** What is kept of a command's answer: the picture is shown as it then is. */
    record Kept(UUID id) {}

    /** A copy on its way out. */
    record Content(PictureFormat format, byte[] bytes) {}

    Mono<PictureView> upload(Caller caller, @Nullable String key, UUID setting, Mono<byte[]> body) {
        Mono<Kept> taken = body.timeout(LONGEST_UPLOAD).flatMap(file -> clean(caller, setting, file)
                .flatMap(copy -> keep(caller, key, setting, digest(file), copy)));
        return transaction
                .within(caller, mayAsk(caller, setting))
                .then(places.during(caller.id(), taken))
                .flatMap(kept -> transaction.within(caller, own(caller, kept.id())));
    }

    private Mono<CleanCopy> clean(Caller caller, UUID setting, byte[] file) {
        return Mono.fromCallable(() -> PictureHeader.of(file))
                .flatMap(header -> cleaner.clean(file, header))
                .doOnSuccess(copy -> count("CLEANED"))
                .onErrorResume(RefusedException.class, refused -> {
                    count(refused.problem().code().replace("media.picture-", "").toUpperCase(Locale.ROOT));
                    return transaction
                            .within(caller, audit.record(caller, "picture.refused", "setting", setting, setting))
                            .then(Mono.error(refused));
                });
    }

    private Mono<Kept> keep(Caller caller, @Nullable String key, UUID setting, String sent, CleanCopy copy) {
        PictureId id = new PictureId(Ids.next());
        Instant now = now();
        Mono<Kept> work = pictures.add(caller, setting, id, copy, now, now.plus(KEPT))
                .then(audit.record(caller, "picture.uploaded", "picture", id.value(), setting))
                .thenReturn(new Kept(id.value()));
        return transaction.within(
                caller,
                mayAsk(caller, setting)
                        .then(idempotency.once(
                                caller, key, new Command("picture.upload", setting, sent), Kept.class, work)));
    }

    Mono<PictureView> find(Caller caller, UUID id) {
        return transaction.within(caller, own(caller, id).flatMap(picture -> audit.record(
                        caller, "picture.read", "picture", id, picture.settingId())
                .thenReturn(picture)));
    }

    Mono<Content> content(Caller caller, UUID id) {
        return transaction.within(caller, ready(caller, id).flatMap(picture -> audit.record(
                        caller, "picture.content-read", "picture", id, picture.settingId())
                .then(pictures.content(id))
                .map(bytes -> new Content(format(picture), bytes))));
    }

    Mono<PictureView> remove(Caller caller, UUID id) {
        return transaction.within(
                caller,
                ready(caller, id)
                        .flatMap(picture -> pictures.end(id, PictureState.REMOVED, now())
                                .then(audit.record(caller, "picture.removed", "picture", id, picture.settingId())))
                        .then(Mono.defer(() -> own(caller, id))));
    }

    /** Lets go of copies that have been kept for their day. */
    Mono<Void> expire() {
        return transaction
                .across(pictures.toExpire(now()).collectList())
                .flatMapIterable(places -> places)
                .concatMap(place -> transaction.asSystem(
                        place.group(),
                        pictures.end(place.id(), PictureState.EXPIRED, now())
                                .then(audit.recordSystem(
                                        place.group(), "picture.expired", "picture", place.id(), null))))
                .then();
    }

    private Mono<Void> mayAsk(Caller caller, UUID setting) {
        return doors.asks(caller, setting).flatMap(allowed -> doors.openly(allowed, caller, setting));
    }

    /** Only whoever sent it, and only while they may still ask there. */
    private Mono<PictureView> own(Caller caller, UUID id) {
        return pictures.find(caller, id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .flatMap(picture -> doors.asks(caller, picture.settingId())
                        .flatMap(doors::hidden)
                        .thenReturn(picture));
    }

    /** A day is a day, whenever the copy is swept up. */
    private Mono<PictureView> ready(Caller caller, UUID id) {
        return own(caller, id)
                .filter(picture -> picture.state() == PictureState.READY
                        && picture.expiresAt().isAfter(clock.instant()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    private static PictureFormat format(PictureView picture) {
        return picture.format() == PictureFormat.PNG ? PictureFormat.PNG : PictureFormat.JPEG;
    }

    private void count(String outcome) {
        meters.counter("clearpost.pictures", "outcome", outcome).increment();
    }

    private static String digest(byte[] sent) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
