package org.clearpost.media.importing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A heading as plain words: "StudentForename", "student_forename" and "Student Forename" read the same. */
final class Words {

    private static final Pattern JOINT = Pattern.compile(
            "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|[^\\p{L}\\d]+");

    private static final int LONGEST_HEADING = 300;

    private Words() {}

    static List<String> of(String heading) {
        String text = heading.length() > LONGEST_HEADING ? heading.substring(0, LONGEST_HEADING) : heading;
        // Brand names that camel case would take apart.
        text = text.replaceAll("(?i)youtube", "youtube")
                .replaceAll("(?i)tiktok", "tiktok")
                .replaceAll("(?i)linkedin", "linkedin")
                .replaceAll("(?i)e-mail", "email");
        List<String> words = new ArrayList<>();
        for (String word : JOINT.split(text, -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
