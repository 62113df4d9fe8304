package org.clearpost.media.model;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was found in the words of a post. One decision tries many edits, and most of them leave the words as they are: each
 * text is read once.
 */
final class Scans {

    /**
     * What stands anywhere in the post.
     *
     * @param live whether it says where somebody is just now
     * @param dated whether it names a day
     */
    record Scan(Set<ContactDetail.Kind> contacts, List<ListedWord> words, boolean live, boolean dated) {}

    private record Words(List<String> texts, List<String> links) {}

    private static final Pattern LIVE = Pattern.compile(
            """
            (?<!\\p{L})(?:
                live\\ (?:now|from|at|here)
              | (?:right\\ now|currently|just\\ now|at\\ the\\ moment)\\s(?:\\p{L}{1,20}\\s){0,2}(?:at|in|on)
              | (?:we\\ are|we['’]re|we['’]ve|now|just)\\s(?:now\\s|all\\s|just\\s)?(?:here\\ at|arrived\\ (?:at|in)|on\\ our\\ way)
              | (?:we\\ are|we['’]re)\\s(?:now|currently)\\s(?:at|in|on)
              | (?:at|in|on)\\s(?:the\\s)?(?:\\p{L}{1,30}\\s){1,4}(?:right\\ now|as\\ we\\ speak)
            )(?!\\p{L})
            """,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.COMMENTS);

    private static final Pattern DAY = Pattern.compile(
            "(?i)\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?"
                    + " ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");

    private final Wording wording;
    private final Map<Words, Scan> known = new HashMap<>();

    Scans(Wording wording) {
        this.wording = wording;
    }

    Scan of(Question question) {
        List<String> texts =
                Stream.concat(question.texts(), question.hashtags().stream()).toList();
        return known.computeIfAbsent(new Words(texts, question.links()), this::read);
    }

    private Scan read(Words post) {
        Set<ContactDetail.Kind> contacts = EnumSet.noneOf(ContactDetail.Kind.class);
        post.texts().stream()
                .flatMap(text -> ContactDetail.in(text, wording.ownContacts()).stream())
                .forEach(detail -> contacts.add(detail.kind()));
        post.links().forEach(link -> contacts.addAll(ContactDetail.inLink(link, wording.ownContacts())));
        List<WordScan> scans = post.texts().stream().map(WordScan::of).toList();
        List<ListedWord> words = wording.words().stream()
                .filter(listed -> scans.stream()
                        .anyMatch(scan -> !scan.find(listed.word()).isEmpty()))
                .toList();
        return new Scan(
                contacts,
                words,
                post.texts().stream().anyMatch(text -> LIVE.matcher(text).find()),
                post.texts().stream().anyMatch(text -> DAY.matcher(text).find()));
    }
}
