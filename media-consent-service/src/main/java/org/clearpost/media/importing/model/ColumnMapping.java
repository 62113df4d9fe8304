package org.clearpost.media.importing.model;

import java.util.List;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What one column is read as.
 *
 * @param index position in the file, from 0
 * @param purpose what a CONSENT column answers; absent until somebody has said so
 * @param channels the platforms its form named; none for every channel the purpose has
 * @param recordsAnswers whether an unticked box in this column is a no rather than no answer
 * @param guardian which of several people in one row the column is about, from 1
 */
public record ColumnMapping(
        int index,
        Target target,
        @Nullable Purpose purpose,
        List<Platform> channels,
        boolean recordsAnswers,
        int guardian) {

    public ColumnMapping {
        channels = List.copyOf(channels);
    }

    public static ColumnMapping of(int index, Target target) {
        return new ColumnMapping(index, target, null, List.of(), false, 1);
    }

    public static ColumnMapping ofGiver(int index, Target target, int guardian) {
        return new ColumnMapping(index, target, null, List.of(), false, guardian);
    }

    public static ColumnMapping consent(int index, @Nullable Purpose purpose, Platform... channels) {
        return new ColumnMapping(index, Target.CONSENT, purpose, List.of(channels), false, 1);
    }

    boolean overlaps(ColumnMapping other) {
        return purpose == other.purpose
                && (channels.isEmpty()
                        || other.channels.isEmpty()
                        || channels.stream().anyMatch(other.channels::contains));
    }
}
