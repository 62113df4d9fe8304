package org.clearpost.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When signing keys come and go.
 *
 * <p>A new key is made every 30 days, published an hour before it signs so that everybody who verifies has seen it, and
 * stays published for a day after its successor took over: longer than any token it signed lives.
 */
public final class KeySchedule {

    public static final Duration RENEWED_AFTER = Duration.ofDays(30);
    public static final Duration PUBLISHED_BEFORE = Duration.ofHours(1);
    public static final Duration KEPT_AFTER = Duration.ofDays(1);

    private KeySchedule() {}

    /** A key by its times alone. */
    public interface Timed {

        Instant createdAt();

        Instant signsFrom();
    }

    public static boolean needsNew(List<? extends Timed> keys, Instant now) {
        return keys.stream()
                .map(Timed::createdAt)
                .max(Comparator.naturalOrder())
                .map(newest -> !now.isBefore(newest.plus(RENEWED_AFTER)))
                .orElse(true);
    }

    /** The very first key signs at once: nobody could have seen it earlier. */
    public static Instant signsFrom(List<? extends Timed> keys, Instant now) {
        return keys.isEmpty() ? now : now.plus(PUBLISHED_BEFORE);
    }

    public static <K extends Timed> Optional<K> signing(List<K> keys, Instant now) {
        return keys.stream().filter(key -> !key.signsFrom().isAfter(now)).max(Comparator.comparing(Timed::signsFrom));
    }

    public static <K extends Timed> List<K> published(List<K> keys, Instant now) {
        return keys.stream().filter(key -> !spent(key, keys, now)).toList();
    }

    /** Whether everything this key signed has expired. */
    public static boolean spent(Timed key, List<? extends Timed> keys, Instant now) {
        return keys.stream()
                .filter(other -> other.signsFrom().isAfter(key.signsFrom()))
                .map(Timed::signsFrom)
                .min(Comparator.naturalOrder())
                .map(successor -> now.isAfter(successor.plus(KEPT_AFTER)))
                .orElse(false);
    }
}
