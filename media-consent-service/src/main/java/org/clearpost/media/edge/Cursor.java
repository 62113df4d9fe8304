package org.clearpost.media.edge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: ids or moments of its last row, opaque to clients. It is sent back in an address, so no
 * name is part of it.
 */
public record Cursor(List<String> key) {

    private static final String SEPARATOR = "\u001f";
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(String... key) {
        return new Cursor(Arrays.asList(key));
    }

    /** Reads what a client sent back; a text that is none of ours is malformed. */
    public static @Nullable Cursor read(@Nullable String after, int parts) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            List<String> key = Arrays.asList(text.split(SEPARATOR, -1));
            if (key.size() == parts && text.indexOf('\0') < 0) {
                return new Cursor(key);
            }
        } catch (IllegalArgumentException unreadable) {
            // Falls through to the refusal below.
        }
        throw refused();
    }

    /** The id that is one part of the key. */
    public UUID uuid(int part) {
        try {
            return UUID.fromString(key.get(part));
        } catch (IllegalArgumentException unreadable) {
            throw refused();
        }
    }

    /** The moment that is one part of the key: one that a row can have, for the database knows no others. */
    public Instant instant(int part) {
        try {
            Instant moment = Instant.parse(key.get(part));
            if (!moment.isBefore(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeParseException unreadable) {
            // Falls through to the refusal below.
        }
        throw refused();
    }

    /** The refusal of a cursor that is none of ours. */
    private static RefusedException refused() {
        return new RefusedException(KitProblem.MALFORMED, new FieldError("/after", "This is not a place in the list."));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
