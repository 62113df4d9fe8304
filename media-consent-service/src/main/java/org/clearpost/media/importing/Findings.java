package org.clearpost.media.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clearpost.media.importing.model.Finding;
import org.clearpost.media.importing.model.Finding.Severity;

/** How many findings are kept, in which order they are shown, and what their kinds are called. */
final class Findings {

    private static final int MOST = 20_000;

    /** What was rejected comes first: a long file has more to say than fits a page. */
    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::severity).thenComparingInt(Finding::row);

    private Findings() {}

    static List<Finding> kept(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(GRAVEST_FIRST);
        if (sorted.size() <= MOST) {
            return sorted;
        }
        List<Finding> kept = new ArrayList<>(sorted.subList(0, MOST));
        kept.add(new Finding(0, Severity.NOTE, "And " + (sorted.size() - MOST) + " more."));
        return kept;
    }

    static String words(Severity severity) {
        return switch (severity) {
            case REJECTED -> "rejected";
            case FLAG -> "accepted, please check";
            case SKIPPED -> "skipped";
            case NOTE -> "note";
        };
    }
}
