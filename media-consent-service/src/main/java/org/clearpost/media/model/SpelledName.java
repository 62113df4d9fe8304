package org.clearpost.media.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A full name, found in running text whatever its case, accents, hyphens, apostrophes or order, with one middle name or
 * initial between, run together, or inside a hashtag or handle. It errs towards finding one.
 */
final class SpelledName {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Shorter names are looked for only as whole words: they turn up inside others. */
    private static final int LONG_ENOUGH_INSIDE_A_TAG = 6;

    private final String first;
    private final String surname;

    private SpelledName(String first, String surname) {
        this.first = first;
        this.surname = surname;
    }

    static SpelledName of(PersonFacts person) {
        return new SpelledName(letters(person.firstName()), letters(person.surname()));
    }

    boolean isIn(@Nullable String text) {
        return text != null && !findIn(text).isEmpty();
    }

    /** In a tag words are not told apart. */
    boolean isInTag(String tag) {
        String letters = letters(tag);
        return letters.equals(first + surname)
                || letters.equals(surname + first)
                || (first.length() + surname.length() >= LONG_ENOUGH_INSIDE_A_TAG
                        && (letters.contains(first + surname) || letters.contains(surname + first)));
    }

    /** The text with each full name replaced, or taken out. */
    String replacedIn(String text, @Nullable String replacement) {
        StringBuilder clean = new StringBuilder();
        int from = 0;
        for (Range range : findIn(text)) {
            clean.append(text, from, range.start());
            if (replacement != null && !range.tag()) {
                clean.append(replacement);
            }
            from = range.end();
        }
        String replaced = clean.append(text, from, text.length()).toString();
        // Taking a word out can bring two halves of a name together; what remains must not spell it either.
        return replaced.equals(text) || !isIn(replaced) ? replaced : replacedIn(replaced, null);
    }

    private record Word(int start, int end, String letters, boolean tag, boolean capital) {}

    private record Range(int start, int end, boolean tag) {}

    private List<Range> findIn(String text) {
        List<Word> words = words(text);
        List<Range> found = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            Word word = words.get(next);
            int last = word.tag() && isInTag(word.letters()) ? next : lastOf(words, next);
            if (last < next) {
                next++;
            } else {
                found.add(new Range(
                        word.tag() ? word.start() - 1 : word.start(),
                        words.get(last).end(),
                        word.tag()));
                next = last + 1;
            }
        }
        return found;
    }

    /** The index of the last word of a name that begins at {@code from}, or -1. */
    private int lastOf(List<Word> words, int from) {
        int inOrder = ends(words, from, first, surname);
        return inOrder >= 0 ? inOrder : ends(words, from, surname, first);
    }

    private static int ends(List<Word> words, int from, String one, String other) {
        int together = spells(words, from, one + other);
        if (together >= 0) {
            return together;
        }
        int endOfOne = spells(words, from, one);
        int middle = endOfOne + 1;
        if (endOfOne < 0 || middle >= words.size() || !words.get(middle).capital()) {
            return -1;
        }
        return spells(words, middle + 1, other);
    }

    /** The index of the word with which the words from {@code from} on have spelled {@code target} exactly, or -1. */
    private static int spells(List<Word> words, int from, String target) {
        StringBuilder soFar = new StringBuilder();
        for (int i = from; i < words.size() && soFar.length() < target.length(); i++) {
            soFar.append(words.get(i).letters());
            if (soFar.length() == target.length() && target.contentEquals(soFar)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            char before = matcher.start() == 0 ? ' ' : text.charAt(matcher.start() - 1);
            words.add(new Word(
                    matcher.start(),
                    matcher.end(),
                    letters(matcher.group()),
                    before == '#' || before == '@',
                    Character.isUpperCase(text.codePointAt(matcher.start()))));
        }
        return words;
    }

    private static String letters(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
