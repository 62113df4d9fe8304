package org.clearpost.media.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text taken apart into words once, in which listed words and phrases are found as whole words, whatever their case and
 * accents, with a letter drawn out ("daaamn") or a figure in a letter's place ("sh1t").
 */
final class WordScan {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}@$!*']+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1+");
    private static final String FIGURES = "01!34@5$";
    private static final String LETTERS = "oiieaass";

    private record Word(Span where, String plain, String brief) {

        boolean says(Word listed) {
            return plain.equals(listed.plain) || (plain.length() > listed.plain.length() && brief.equals(listed.brief));
        }
    }

    private final List<Word> words;
    private final Map<String, List<Integer>> placesByBrief = new HashMap<>();

    private WordScan(List<Word> words) {
        this.words = words;
        for (int i = 0; i < words.size(); i++) {
            placesByBrief
                    .computeIfAbsent(words.get(i).brief(), brief -> new ArrayList<>())
                    .add(i);
        }
    }

    static WordScan of(String text) {
        return new WordScan(words(text));
    }

    List<Span> find(String listed) {
        List<Word> wanted = words(listed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Span> found = new ArrayList<>();
        for (int place : placesByBrief.getOrDefault(wanted.getFirst().brief(), List.of())) {
            if (standsAt(place, wanted)) {
                found.add(new Span(
                        words.get(place).where().start(),
                        words.get(place + wanted.size() - 1).where().end()));
            }
        }
        return found;
    }

    private boolean standsAt(int place, List<Word> wanted) {
        if (place + wanted.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!words.get(place + i).says(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String plain = plain(matcher.group());
            if (!plain.isEmpty()) {
                words.add(new Word(
                        new Span(matcher.start(), matcher.end()),
                        plain,
                        DRAWN_OUT.matcher(plain).replaceAll("$1")));
            }
        }
        return words;
    }

    private static String plain(String word) {
        String letters = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        boolean figuresAlone = letters.chars().noneMatch(Character::isLetter);
        StringBuilder plain = new StringBuilder();
        int end = letters.length();
        while (end > 0 && letters.charAt(end - 1) == '!') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char here = letters.charAt(i);
            int figure = FIGURES.indexOf(here);
            if (figure >= 0 && !figuresAlone) {
                plain.append(LETTERS.charAt(figure));
            } else if (Character.isLetterOrDigit(here)) {
                plain.append(here);
            }
        }
        return plain.toString();
    }
}
