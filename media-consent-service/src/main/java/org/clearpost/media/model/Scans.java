package org.clearpost.media.model;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was found in the words of a post. One decision tries many edits, and most of them leave the words as they are: each
 * text is read once.
 */
final class Scans {

    /** The kinds of contact details, and the listed words, that stand anywhere in the post. */
    record Scan(Set<ContactDetail.Kind> contacts, List<ListedWord> words) {}

    private record Words(List<String> texts, List<String> links) {}

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
                .filter(listed ->
                        scans.stream().anyMatch(scan -> !scan.find(listed.word()).isEmpty()))
                .toList();
        return new Scan(contacts, words);
    }
}
