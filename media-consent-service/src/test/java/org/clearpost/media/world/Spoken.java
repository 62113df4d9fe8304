package org.clearpost.media.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What two parents and a pupil have done about one question, and what follows from it, written down from the rules in
 * words and from nothing in the product: the last word of each counts; any no that stands wins; a yes counts if whoever
 * gave it was entitled to give it then and has stayed so since; nothing follows from silence.
 */
public final class Spoken {

    /** Something that can happen. */
    public enum Deed {
        GRANT,
        REFUSE,
        WITHDRAW,
        /** Of a parent: may not answer any more. Of the pupil: is no longer judged able. */
        DISENTITLE,
        /** Of a parent: may answer again. Of the pupil: is judged able. */
        ENTITLE,
        /** Of a parent: may not answer any more, and what they refused is set aside. */
        SET_ASIDE
    }

    /** Who of the three. */
    public enum Who {
        DANA,
        LEE,
        MIA;

        public boolean isPupil() {
            return this == MIA;
        }
    }

    /** One deed of one of them. */
    public record Event(Who who, Deed deed) {

        @Override
        public String toString() {
            return who + " " + deed;
        }
    }

    /** Everything that can happen: nobody sets a pupil's no aside. */
    public static final List<Event> EVENTS = events();

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Who who : Who.values()) {
            for (Deed deed : Deed.values()) {
                if (!who.isPupil() || deed != Deed.SET_ASIDE) {
                    events.add(new Event(who, deed));
                }
            }
        }
        return List.copyOf(events);
    }

    private static final Who[] EVERYBODY = Who.values();

    private Spoken() {}

    /** What somebody said last, as far as it still stands. */
    public enum Word {
        NONE,
        YES,
        YES_THAT_DOES_NOT_COUNT,
        NO
    }

    /** The word of one of them, and whether they may answer: all that their deeds leave behind. */
    public record Said(Word word, boolean entitled) {

        /** Before anything has happened: a parent may answer, a pupil only once somebody has judged them able. */
        public static Said nothingBy(Who who) {
            return new Said(Word.NONE, !who.isPupil());
        }

        public Said after(Deed deed) {
            return switch (deed) {
                case GRANT -> entitled ? say(Word.YES) : word == Word.NO ? this : say(Word.YES_THAT_DOES_NOT_COUNT);
                case REFUSE -> say(Word.NO);
                case WITHDRAW -> word == Word.NONE ? this : say(Word.NO);
                case ENTITLE -> new Said(word, true);
                case DISENTITLE, SET_ASIDE -> entitled ? barred(deed == Deed.SET_ASIDE) : this;
            };
        }

        /** Whether this can be done now. */
        boolean canDo(Deed deed) {
            return switch (deed) {
                case GRANT -> word != Word.NO || entitled;
                case REFUSE -> true;
                case WITHDRAW -> word == Word.YES || word == Word.YES_THAT_DOES_NOT_COUNT;
                case DISENTITLE, SET_ASIDE -> entitled;
                case ENTITLE -> !entitled;
            };
        }

        private Said barred(boolean noSetAside) {
            return new Said(
                    switch (word) {
                        case YES -> Word.YES_THAT_DOES_NOT_COUNT;
                        case NO -> noSetAside ? Word.NONE : Word.NO;
                        case NONE, YES_THAT_DOES_NOT_COUNT -> word;
                    },
                    false);
        }

        private Said say(Word next) {
            return new Said(next, entitled);
        }
    }

    /** CLEARED, NOT_CLEARED or NOT_ASKED after the first {@code length} of {@code events}. */
    public static String clearance(Event[] events, int length) {
        return clearance(Arrays.stream(EVERYBODY)
                .map(who -> said(who, events, length).word())
                .toList());
    }

    /** CLEARED, NOT_CLEARED or NOT_ASKED, from what each of them said last. */
    public static String clearance(Collection<Word> words) {
        if (words.contains(Word.NO)) {
            return "NOT_CLEARED";
        }
        if (words.contains(Word.YES)) {
            return "CLEARED";
        }
        return words.contains(Word.YES_THAT_DOES_NOT_COUNT) ? "NOT_CLEARED" : "NOT_ASKED";
    }

    /** Whether the last of the events can be done after those before it. */
    public static boolean isPossible(Event[] events, int length) {
        Event last = events[length - 1];
        return said(last.who(), events, length - 1).canDo(last.deed());
    }

    private static Said said(Who who, Event[] events, int length) {
        Said said = Said.nothingBy(who);
        for (int i = 0; i < length; i++) {
            if (events[i].who() == who) {
                said = said.after(events[i].deed());
            }
        }
        return said;
    }
}
