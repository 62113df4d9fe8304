package org.clearpost.media.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Details by which somebody could be reached or let in, as they stand in running text. It errs towards finding one. No
 * pattern looks at more than a line's worth of characters from where it starts, so that a long text costs no more than
 * its length.
 */
record ContactDetail(Kind kind, Span where) {

    enum Kind {
        PHONE("a telephone number"),
        EMAIL("an e-mail address"),
        POSTCODE("a postcode"),
        SECRET("a password or PIN");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final int FEWEST_DIGITS = 9;
    private static final int DIGITS_OF_A_MOBILE_WITHOUT_ITS_ZERO = 10;

    /** Digits with what people put between them, invisible characters included. */
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])\\+?\\(?\\p{Nd}(?:[\\s\\p{Cf}().\\-\\u2010-\\u2015]{0,3}\\p{Nd}){6,40}+");

    /** Days and times, which are digits too. */
    private static final Pattern DAY_OR_TIME = Pattern.compile(
            "(?<![\\p{N}.])(?:\\p{Nd}{1,2}[./-]\\p{Nd}{1,2}[./-](?:\\p{Nd}{4}|\\p{Nd}{2})|\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}"
                    + "|\\p{Nd}{1,2}\\.\\p{Nd}{2})(?!\\p{N}|\\.\\p{N})");

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}+(?:@|\\s?(?:\\(at\\)|\\[at\\])\\s?)[\\p{L}\\p{N}-]{1,63}+"
                    + "(?:(?:\\.|\\s?(?:\\(dot\\)|\\[dot\\])\\s?)[\\p{L}\\p{N}-]{2,63}+){1,5}",
            Pattern.CASE_INSENSITIVE);

    /** The two letters at the end of a postcode are never C, I, K, M, O or V: "b4 2pm" is none. */
    private static final Pattern POSTCODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[A-Z]{1,2}\\d[A-Z\\d]?[\\s\\u00a0]{0,2}\\d[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LINK_THAT_CALLS =
            Pattern.compile("^(?!https?:)\\w{2,9}:(?!//)|wa\\.me/|[?&]phone=", Pattern.CASE_INSENSITIVE);
    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");

    /** Those in a text, apart from the setting's own. */
    static List<ContactDetail> in(String text, Collection<String> own) {
        List<ContactDetail> found = new ArrayList<>();
        phones(text, found);
        matches(Kind.EMAIL, EMAIL, text, found);
        matches(Kind.POSTCODE, POSTCODE, text, found);
        Set<String> allowed = own.stream().map(ContactDetail::key).collect(Collectors.toSet());
        found.removeIf(detail -> allowed.contains(
                key(text.substring(detail.where().start(), detail.where().end()))));
        SecretInText.find(text).forEach(where -> found.add(new ContactDetail(Kind.SECRET, where)));
        return found;
    }

    /** A link is judged as a whole: a number in a web address is a telephone number only where the link dials it. */
    static List<Kind> inLink(String link, Collection<String> own) {
        String plain = link.replace("%40", "@").replaceAll("(?i)%20|(?<=[\\p{L}\\p{N}])\\+", " ");
        boolean calls = LINK_THAT_CALLS.matcher(link).find();
        List<Kind> kinds = new ArrayList<>();
        for (ContactDetail detail : in(plain, own)) {
            if (calls || detail.kind() != Kind.PHONE) {
                kinds.add(detail.kind());
            }
        }
        boolean dials = calls && NINE_DIGITS.matcher(link).find();
        if (dials && own.stream().noneMatch(contact -> key(link).endsWith(key(contact)))) {
            kinds.add(Kind.PHONE);
        }
        return kinds;
    }

    private static void phones(String text, List<ContactDetail> found) {
        // Blanked, not cut: what is found must be where it stands.
        String withoutDays = DAY_OR_TIME.matcher(text).replaceAll(day -> "/"
                .repeat(day.group().length()));
        Matcher runs = DIGITS.matcher(withoutDays);
        while (runs.find()) {
            int start = dialledFrom(runs.group());
            if (start >= 0) {
                found.add(new ContactDetail(Kind.PHONE, new Span(runs.start() + start, runs.end())));
            }
        }
    }

    /** Where a number that can be dialled begins in a run of digits, or -1: a year may stand before it. */
    private static int dialledFrom(String run) {
        for (int at = 0; at < run.length(); at++) {
            boolean begins = at == 0 || !Character.isDigit(run.charAt(at - 1));
            char here = run.charAt(at);
            boolean prefix = here == '+' || (here == '(' && at == 0) || Character.digit(here, 10) == 0;
            if (begins && prefix && digits(run.substring(at)) >= FEWEST_DIGITS) {
                return at;
            }
        }
        boolean mobile = Character.digit(run.charAt(0), 10) == 7 && digits(run) == DIGITS_OF_A_MOBILE_WITHOUT_ITS_ZERO;
        return mobile ? 0 : -1;
    }

    private static long digits(String run) {
        return run.chars().filter(Character::isDigit).count();
    }

    private static void matches(Kind kind, Pattern pattern, String text, List<ContactDetail> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new ContactDetail(kind, new Span(matcher.start(), matcher.end())));
        }
    }

    /** The same number however it is spaced, with the country's prefix or without. */
    private static String key(String contact) {
        String plain = Normalizer.normalize(contact, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}@.]", "");
        String digits = plain.replaceAll("\\D", "");
        return digits.length() >= FEWEST_DIGITS && plain.replace(".", "").equals(digits)
                ? digits.replaceFirst("^(?:0044|44)?0?", "")
                : plain;
    }
}
