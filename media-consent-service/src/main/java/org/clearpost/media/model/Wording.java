package org.clearpost.media.model;

import static org.clearpost.media.model.ListedWord.Weight.NEVER;
import static org.clearpost.media.model.ListedWord.Weight.WITH_REASON;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words a setting keeps out of its posts, and the contact details of its own that may stand in them.
 *
 * @param revision 0 while the setting has not made a list of its own: then {@link #STARTER} is what it goes by
 */
public record Wording(int revision, List<ListedWord> words, List<String> ownContacts) {

    /** Shown wherever the list is, so that nobody goes by words they cannot see. */
    public static final List<ListedWord> STARTER = Stream.concat(
                    Stream.of(
                                    "arse",
                                    "arsehole",
                                    "bastard",
                                    "bitch",
                                    "bollocks",
                                    "bullshit",
                                    "crap",
                                    "cunt",
                                    "dickhead",
                                    "fuck",
                                    "fucked",
                                    "fucking",
                                    "piss",
                                    "pissed",
                                    "prick",
                                    "shit",
                                    "shitty",
                                    "slag",
                                    "slut",
                                    "twat",
                                    "wanker",
                                    "whore",
                                    "WTF")
                            .map(word -> new ListedWord(word, NEVER)),
                    Stream.of(
                                    "bloody", "bugger", "cock", "damn", "dick", "hell", "innit", "LMAO", "moron", "OMG",
                                    "skint", "stupid", "sucks")
                            .map(word -> new ListedWord(word, WITH_REASON)))
            .toList();

    public static final Wording NOT_CHOSEN = new Wording(0, STARTER, List.of());

    public Wording {
        words = List.copyOf(words);
        ownContacts = List.copyOf(ownContacts);
    }

    /** Whether this word could be found in a text at all. */
    public static boolean canBeFound(String word) {
        return !WordScan.of(word).find(word).isEmpty();
    }

    /** Whether this is a telephone number, an e-mail address or a postcode. */
    public static boolean isContact(String contact) {
        return ContactDetail.in(contact, List.of()).stream()
                .anyMatch(detail -> detail.kind() != ContactDetail.Kind.SECRET);
    }
}
