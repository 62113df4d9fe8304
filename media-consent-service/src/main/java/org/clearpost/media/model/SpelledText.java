package org.clearpost.media.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text of a post, taken apart into words once. A name is then looked for only where a word begins it, and what was
 * found is remembered: however often a decision comes back to this text, each name is searched once.
 */
final class SpelledText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern ESCAPED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    /** What a text is, and so how words are told apart in it. */
    private enum Kind {
        RUNNING,
        TAG,
        ADDRESS
    }

    record Word(int start, int end, String letters, boolean tag, boolean capital) {}

    /** Where a full name stands. */
    record Range(int start, int end, boolean tag) {}

    private final Kind kind;
    private final String text;
    private final String together;
    private final List<Word> words = new ArrayList<>();
    private final Map<String, List<Integer>> beginning = new HashMap<>();
    private final List<Integer> tags = new ArrayList<>();
    private final Map<SpelledName, List<Range>> full = new IdentityHashMap<>();
    private final Map<SpelledName, NameForm> parts = new IdentityHashMap<>();

    private SpelledText(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
        this.together = kind == Kind.RUNNING ? "" : SpelledName.letters(text);
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            char before = matcher.start() == 0 ? ' ' : text.charAt(matcher.start() - 1);
            Word word = new Word(
                    matcher.start(),
                    matcher.end(),
                    SpelledName.letters(matcher.group()),
                    before == '#' || before == '@',
                    Character.isUpperCase(text.codePointAt(matcher.start())));
            if (!word.letters().isEmpty()) {
                beginning
                        .computeIfAbsent(word.letters(), letters -> new ArrayList<>(1))
                        .add(words.size());
            }
            if (word.tag()) {
                tags.add(words.size());
            }
            words.add(word);
        }
    }

    static SpelledText running(String text) {
        return new SpelledText(Kind.RUNNING, text);
    }

    /** In a tag words are not told apart. */
    static SpelledText tag(String text) {
        return new SpelledText(Kind.TAG, text);
    }

    /** In an address words may be told apart, run together, or be escaped. */
    static SpelledText address(String text) {
        return new SpelledText(
                Kind.ADDRESS,
                ESCAPED.matcher(text)
                        .replaceAll(escaped ->
                                Matcher.quoteReplacement(URLDecoder.decode(escaped.group(), StandardCharsets.UTF_8))));
    }

    boolean spells(SpelledName name) {
        return !ranges(name).isEmpty();
    }

    /** Where the full name stands, from left to right. */
    List<Range> ranges(SpelledName name) {
        return full.computeIfAbsent(name, this::search);
    }

    /** How many names were looked for here. */
    int searched() {
        return full.size();
    }

    /**
     * The most telling part of the name that stands here by itself: FIRST_ONLY for a first name, FIRST_INITIAL for a
     * surname (which tells more), and NONE. Either part of a double name counts. It errs towards finding one.
     */
    NameForm part(SpelledName name) {
        return parts.computeIfAbsent(
                name,
                sought -> sought.surnames().stream().anyMatch(this::holds)
                        ? NameForm.FIRST_INITIAL
                        : sought.firstNames().stream().anyMatch(this::holds) ? NameForm.FIRST_ONLY : NameForm.NONE);
    }

    private boolean holds(String part) {
        if (starts(part).stream().anyMatch(from -> spelled(from, part) >= 0)) {
            return true;
        }
        if (part.length() < SpelledName.LONG_ENOUGH_INSIDE_A_WORD) {
            return kind != Kind.RUNNING && together.equals(part);
        }
        return together.contains(part)
                || tags.stream().anyMatch(tag -> words.get(tag).letters().contains(part));
    }

    private List<Range> search(SpelledName name) {
        if (kind != Kind.RUNNING && name.isInTag(together)) {
            return List.of(new Range(0, text.length(), true));
        }
        return kind == Kind.TAG ? List.of() : searchWords(name);
    }

    private List<Range> searchWords(SpelledName name) {
        TreeSet<Integer> starts = new TreeSet<>(starts(name.first() + name.surname()));
        starts.addAll(starts(name.surname() + name.first()));
        for (int tag : tags) {
            if (name.isInTag(words.get(tag).letters())) {
                starts.add(tag);
            }
        }
        List<Range> found = new ArrayList<>();
        int next = 0;
        for (int from : starts) {
            if (from < next) {
                continue;
            }
            Word word = words.get(from);
            int last = word.tag() && name.isInTag(word.letters()) ? from : lastOf(name, from);
            if (last >= from) {
                found.add(new Range(
                        word.tag() ? word.start() - 1 : word.start(),
                        words.get(last).end(),
                        word.tag()));
                next = last + 1;
            }
        }
        return List.copyOf(found);
    }

    /** The words with which {@code target} can begin. */
    private List<Integer> starts(String target) {
        List<Integer> starts = new ArrayList<>();
        for (int length = 1; length <= target.length(); length++) {
            starts.addAll(beginning.getOrDefault(target.substring(0, length), List.of()));
        }
        return starts;
    }

    /** The index of the last word of a name that begins at {@code from}, or -1. */
    private int lastOf(SpelledName name, int from) {
        int inOrder = ends(from, name.first(), name.surname());
        return inOrder >= 0 ? inOrder : ends(from, name.surname(), name.first());
    }

    private int ends(int from, String one, String other) {
        int together = spelled(from, one + other);
        if (together >= 0) {
            return together;
        }
        int endOfOne = spelled(from, one);
        int middle = endOfOne + 1;
        if (endOfOne < 0 || middle >= words.size() || !words.get(middle).capital()) {
            return -1;
        }
        return spelled(middle + 1, other);
    }

    /** The index of the word with which the words from {@code from} on have spelled {@code target} exactly, or -1. */
    private int spelled(int from, String target) {
        StringBuilder soFar = new StringBuilder();
        for (int i = from; i < words.size() && soFar.length() < target.length(); i++) {
            soFar.append(words.get(i).letters());
            if (soFar.length() == target.length() && target.contentEquals(soFar)) {
                return i;
            }
        }
        return -1;
    }
}
