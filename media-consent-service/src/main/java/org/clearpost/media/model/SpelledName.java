package org.clearpost.media.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name as it is looked for in a text: whatever its case, accents, hyphens, apostrophes or order, with one middle name or
 * initial between, run together, or inside a hashtag, handle or address. Looking errs towards finding one.
 */
final class SpelledName {

    /** Shorter names are looked for only as whole words: they turn up inside others. */
    static final int LONG_ENOUGH_INSIDE_A_WORD = 3;

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s\\p{Pd}'’.]+");
    private static final int LONG_ENOUGH_INSIDE_A_TAG = 6;
    private static final int SHORTEST_PART = 2;

    private final String first;
    private final String surname;
    private final Set<String> firstNames;
    private final Set<String> surnames;

    private SpelledName(PersonFacts person) {
        first = letters(person.firstName());
        surname = letters(person.surname());
        firstNames = parts(first, person.firstName());
        surnames = parts(surname, person.surname());
    }

    static SpelledName of(PersonFacts person) {
        return new SpelledName(person);
    }

    String first() {
        return first;
    }

    String surname() {
        return surname;
    }

    /** The first name and, of a double one, each of its parts. */
    Set<String> firstNames() {
        return firstNames;
    }

    /** The surname and, of a double one, each of its parts. */
    Set<String> surnames() {
        return surnames;
    }

    /** In a tag words are not told apart. */
    boolean isInTag(String letters) {
        return letters.equals(first + surname)
                || letters.equals(surname + first)
                || (first.length() + surname.length() >= LONG_ENOUGH_INSIDE_A_TAG
                        && (letters.contains(first + surname) || letters.contains(surname + first)));
    }

    private static Set<String> parts(String whole, String name) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(whole);
        Arrays.stream(BETWEEN_PARTS.split(name)).map(SpelledName::letters).forEach(parts::add);
        parts.removeIf(part -> part.isEmpty() || (part.length() < SHORTEST_PART && !part.equals(whole)));
        return parts;
    }

    static String letters(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
