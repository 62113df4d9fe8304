package org.clearpost.media.model;

/** What a post has in it, and so which rules it is subject to. */
final class Presence {

    private Presence() {}

    static boolean anything(Situation situation) {
        return true;
    }

    static boolean text(Situation situation) {
        return situation.question().hasText();
    }

    static boolean event(Situation situation) {
        return situation.question().hasEvent();
    }

    /** A picture: one that was cleaned here, or any in which there are people. */
    static boolean picture(Situation situation) {
        return situation.question().hasPeople() || situation.question().picture() != null;
    }

    /** Anybody shown or named, or words in which somebody might be told of. */
    static boolean peopleOrText(Situation situation) {
        return situation.question().hasPeople() || !situation.people().isEmpty() || text(situation);
    }

    /** Whoever is not known to be an adult may be a child. */
    static boolean children(Situation situation) {
        Question question = situation.question();
        if (!question.hasPeople()) {
            return false;
        }
        Integer headcount = question.headcount();
        boolean allListed =
                headcount != null && headcount == question.listed() && headcount > 0 && !question.unlistedPeople();
        return !allListed
                || situation.people().stream().anyMatch(entry -> {
                    PersonFacts person = situation.facts().person(entry.subject());
                    return person == null || person.kind() == SubjectKind.CHILD;
                });
    }
}
