package org.clearpost.media.world;

import java.util.ArrayList;
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

    /** CLEARED, NOT_CLEARED or NOT_ASKED after the first {@code length} of {@code events}. */
    public static String clearance(Event[] events, int length) {
        boolean anyWord = false;
        boolean anyYes = false;
        for (Who who : EVERYBODY) {
            switch (word(who, events, length)) {
                case NO -> {
                    return "NOT_CLEARED";
                }
                case YES -> {
                    anyWord = true;
                    anyYes = true;
                }
                case YES_THAT_DOES_NOT_COUNT -> anyWord = true;
                case NONE -> {
                    // Silence.
                }
            }
        }
        return anyYes ? "CLEARED" : anyWord ? "NOT_CLEARED" : "NOT_ASKED";
    }

    /** Whether the last of the events can be done after those before it. */
    public static boolean isPossible(Event[] events, int length) {
        Event last = events[length - 1];
        Word before = word(last.who(), events, length - 1);
        boolean entitled = entitled(last.who(), events, length - 1);
        return switch (last.deed()) {
            case GRANT -> before != Word.NO || entitled;
            case REFUSE -> true;
            case WITHDRAW -> before == Word.YES || before == Word.YES_THAT_DOES_NOT_COUNT;
            case DISENTITLE, SET_ASIDE -> entitled;
            case ENTITLE -> !entitled;
        };
    }

    private enum Word {
        NONE,
        YES,
        YES_THAT_DOES_NOT_COUNT,
        NO
    }

    private static Word word(Who who, Event[] events, int length) {
        Word word = Word.NONE;
        boolean entitled = !who.isPupil();
        for (int i = 0; i < length; i++) {
            if (events[i].who() != who) {
                continue;
            }
            switch (events[i].deed()) {
                case GRANT -> {
                    if (entitled) {
                        word = Word.YES;
                    } else if (word != Word.NO) {
                        word = Word.YES_THAT_DOES_NOT_COUNT;
                    }
                }
                case REFUSE -> word = Word.NO;
                case WITHDRAW -> word = word == Word.NONE ? Word.NONE : Word.NO;
                case ENTITLE -> entitled = true;
                case DISENTITLE, SET_ASIDE -> {
                    if (entitled) {
                        if (word == Word.YES) {
                            word = Word.YES_THAT_DOES_NOT_COUNT;
                        }
                        if (word == Word.NO && events[i].deed() == Deed.SET_ASIDE) {
                            word = Word.NONE;
                        }
                    }
                    entitled = false;
                }
            }
        }
        return word;
    }

    private static boolean entitled(Who who, Event[] events, int length) {
        for (int i = length - 1; i >= 0; i--) {
            if (events[i].who() == who) {
                switch (events[i].deed()) {
                    case ENTITLE -> {
                        return true;
                    }
                    case DISENTITLE, SET_ASIDE -> {
                        return false;
                    }
                    default -> {
                        // Says nothing of it.
                    }
                }
            }
        }
        return !who.isPupil();
    }
}
