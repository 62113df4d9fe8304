package org.clearpost.media.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clearpost.media.model.SpelledText.Range;
import org.jspecify.annotations.Nullable;

/**
 * The texts and names of one decision as they were read: each text is taken apart once and each name folded once, however
 * many edits of the post are tried. Not for two threads, and not kept.
 */
final class Reading {

    /** A trial changes the caption or the event's name and asks about nothing else: older texts do not come back. */
    private static final int TEXTS_KEPT = 8;

    private final Map<SubjectId, SpelledName> names = new HashMap<>();
    private final Map<String, SpelledText> tags = new HashMap<>();
    private final Map<String, SpelledText> addresses = new HashMap<>();
    private final Map<String, SpelledText> texts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SpelledText> eldest) {
            boolean tooMany = size() > TEXTS_KEPT;
            if (tooMany) {
                searched += eldest.getValue().searched();
            }
            return tooMany;
        }
    };
    private int parsed;
    /** In texts that are no longer kept. */
    private int searched;

    SpelledName name(PersonFacts person) {
        return names.computeIfAbsent(person.id(), id -> SpelledName.of(person));
    }

    SpelledText running(String text) {
        return read(texts, text, SpelledText::running);
    }

    SpelledText tag(String text) {
        return read(tags, text, SpelledText::tag);
    }

    SpelledText address(String text) {
        return read(addresses, text, SpelledText::address);
    }

    /** How many texts were taken apart. */
    int parsed() {
        return parsed;
    }

    /** How often a name was looked for in a text. */
    int searched() {
        return Stream.of(texts, tags, addresses)
                        .flatMap(kept -> kept.values().stream())
                        .mapToInt(SpelledText::searched)
                        .sum()
                + searched;
    }

    /** The text with each of these full names replaced, or taken out. */
    String replaced(String text, Collection<SpelledName> sought, @Nullable String replacement) {
        String before = text;
        String clean = cut(text, sought, replacement);
        while (!clean.equals(before) && sought.stream().anyMatch(running(clean)::spells)) {
            // Taking a word out can bring two halves of a name together; what remains must not spell it either.
            before = clean;
            clean = cut(before, sought, null);
        }
        return clean;
    }

    private String cut(String text, Collection<SpelledName> sought, @Nullable String replacement) {
        SpelledText read = running(text);
        List<Range> ranges = new ArrayList<>();
        sought.forEach(name -> ranges.addAll(read.ranges(name)));
        ranges.sort(Comparator.comparingInt(Range::start));
        StringBuilder clean = new StringBuilder();
        int from = 0;
        for (Range range : ranges) {
            if (range.start() >= from) {
                clean.append(text, from, range.start());
                if (replacement != null && !range.tag()) {
                    clean.append(replacement);
                }
            }
            from = Math.max(from, range.end());
        }
        return clean.append(text, from, text.length()).toString();
    }

    private SpelledText read(Map<String, SpelledText> kept, String text, Function<String, SpelledText> taking) {
        SpelledText known = kept.get(text);
        if (known == null) {
            known = taking.apply(text);
            kept.put(text, known);
            parsed++;
        }
        return known;
    }
}
