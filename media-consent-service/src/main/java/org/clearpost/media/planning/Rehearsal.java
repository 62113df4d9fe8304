package org.clearpost.media.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.media.model.Verdict;

/** Decisions worked out under other options, added up one by one. Used by one thread at a time. */
final class Rehearsal {

    static final int EXAMPLES = 20;

    /** What one decision said, or would have said. */
    record Said(Verdict verdict, String sentence) {}

    /**
     * One decision before and after.
     *
     * @param otherFindings whether any rule found something else
     */
    record Worked(UUID decision, Instant askedAt, Said before, Said after, boolean otherFindings) {

        boolean differs() {
            return before.verdict() != after.verdict();
        }
    }

    private final Map<Verdict, Map<Verdict, Integer>> outcomes = new EnumMap<>(Verdict.class);
    private final List<Worked> examples = new ArrayList<>();
    private int decisions;
    private int differently;
    private int otherwise;
    private int unreadable;
    private boolean more;

    void add(Worked worked) {
        decisions++;
        outcomes.computeIfAbsent(worked.before().verdict(), before -> new EnumMap<>(Verdict.class))
                .merge(worked.after().verdict(), 1, Integer::sum);
        if (worked.differs()) {
            differently++;
            if (examples.size() < EXAMPLES) {
                examples.add(worked);
            }
        } else if (worked.otherFindings()) {
            otherwise++;
        }
    }

    /** One whose rules are not known here any longer, or that cannot be read. It is counted, and said nothing of. */
    void addUnreadable() {
        unreadable++;
    }

    void thereAreMore() {
        more = true;
    }

    int seen() {
        return decisions + unreadable;
    }

    int decisions() {
        return decisions;
    }

    int differently() {
        return differently;
    }

    int otherwise() {
        return otherwise;
    }

    int unreadable() {
        return unreadable;
    }

    boolean more() {
        return more;
    }

    int outcomes(Verdict before, Verdict after) {
        return outcomes.getOrDefault(before, Map.of()).getOrDefault(after, 0);
    }

    List<Worked> examples() {
        return List.copyOf(examples);
    }
}
