package org.clearpost.media.edge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was typed into a search for a person, as patterns that must all match {@code subject.search_text}. */
public final class SearchWords {

    /** As much as two of the longest names. */
    public static final int LONGEST = 200;

    private SearchWords() {}

    /** Every word typed must occur in the name, whatever its accents. */
    public static String[] patterns(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return new String[] {"%"};
        }
        return Arrays.stream(Normalizer.normalize(query, Normalizer.Form.NFD)
                        .replaceAll("[\u0300-\u036f]", "")
                        .toLowerCase(Locale.ROOT)
                        .strip()
                        .split("\\s+"))
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }
}
