package org.clearpost.media.edge;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the audit tells of a list that was read: what is listed, how many entries were shown, and by which kinds of filter
 * they were chosen. Never what was searched for, nor who was found.
 */
public record ListRead(int shown, List<String> filters) {

    public ListRead {
        filters = List.copyOf(filters);
    }

    public ListRead(int shown) {
        this(shown, List.of());
    }

    /** The kinds of filter in use, of those given as a name followed by its value. */
    public static List<String> filters(@Nullable Object... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .filter(i -> namesAndValues[2 * i + 1] != null)
                .mapToObj(i -> String.valueOf(namesAndValues[2 * i]))
                .collect(Collectors.toList());
    }

    /** Such as {@code subjects shown=12 by=className,query}. */
    public String of(String what) {
        return what + " shown=" + shown + (filters.isEmpty() ? "" : " by=" + String.join(",", filters));
    }
}
