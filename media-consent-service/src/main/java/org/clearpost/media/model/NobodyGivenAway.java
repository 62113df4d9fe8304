package org.clearpost.media.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PST-18: pieces that tell nothing alone can tell who somebody is together. The pieces at hand are named. */
record NobodyGivenAway() implements Rule {

    @Override
    public String id() {
        return "PST-18";
    }

    @Override
    public String title() {
        return "Picture, names, place and date together give nobody away";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        if (!Presence.peopleOrText(situation)) {
            return Optional.empty();
        }
        String together = "Together the post has " + joined(pieces(situation)) + ".";
        return Optional.of(
                situation.ticked(Confirmation.NO_JIGSAW)
                        ? Finding.pass(together + " They give nobody away, as you say.")
                        : Finding.open(
                                Result.ASK,
                                together + " Could they tell who somebody is, or where to find them?",
                                null,
                                TickedRule.toTick(title())));
    }

    private static List<String> pieces(Situation situation) {
        Question question = situation.question();
        List<String> pieces = new ArrayList<>();
        if (question.hasPeople()) {
            pieces.add("a picture of people");
        } else if (question.picture() != null) {
            pieces.add("a picture");
        }
        if (situation.people().stream().anyMatch(entry -> situation.usedForm(entry.subject()) != NameForm.NONE)) {
            pieces.add("a name");
        }
        if (question.eventDate() != null || situation.scan().dated()) {
            pieces.add("a date");
        }
        if (question.hasEvent()) {
            pieces.add("an event");
        }
        // An official account says whose it is: the setting is a place that everybody can find.
        pieces.add("a place (" + situation.account().name() + ")");
        return pieces;
    }

    private static String joined(List<String> pieces) {
        int last = pieces.size() - 1;
        return last == 0 ? pieces.getFirst() : String.join(", ", pieces.subList(0, last)) + " and " + pieces.get(last);
    }
}
