package org.clearpost.media.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A password or PIN, as people write one down. None is kept anywhere (SEC-09). */
public final class SecretInText {

    /** What is said of a field that holds one, without saying it again. */
    public static final String REFUSAL =
            "This looks like a password or PIN, which is kept nowhere. Please take it out.";

    /** What is said of a cell of a file that holds one. */
    public static final String IN_A_CELL = "this looks like a password or PIN, which is kept nowhere.";

    private static final Pattern SECRET = Pattern.compile(
            """
            (?<![\\p{L}\\p{N}])
            (?: (?:pass\\ ?(?:word|code|phrase)|pwd|cyfrinair) \\s{0,3}
                (?: [:=]\\s{0,3}\\S{3,80} | (?:is\\s{1,3})?(?=\\S{0,40}[\\d$%^&*\\#~])\\S{4,80} )
              | pin (?:\\ ?(?:code|number))? \\s{0,3}(?::|=|is)?\\s{0,3} \\d{3,8}(?!\\d) )
            """,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.COMMENTS);

    private SecretInText() {}

    public static boolean isIn(String text) {
        return SECRET.matcher(text).find();
    }

    static List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        Matcher matcher = SECRET.matcher(text);
        while (matcher.find()) {
            found.add(new Span(matcher.start(), matcher.end()));
        }
        return found;
    }
}
