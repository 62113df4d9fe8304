package org.clearpost.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list. {@code next} is what {@code after} must say to get the following part, and absent on the last one.
 *
 * @param items at most as many as were asked for
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    /** Cuts {@code found}, read with one row more than {@code limit}, into a page whose cursor names its last row. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The number of rows to give for what was asked: never none, never more than {@value #MOST}. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? USUAL : Math.clamp(asked, 1, MOST);
    }
}
