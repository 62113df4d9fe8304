package org.clearpost.media.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearpost.media.model.ListedWord.Weight;
import org.clearpost.media.model.Remedy.Errand;

/** PST-14. Listed words are found; the light in which things are shown, only a reader can judge. */
record PositiveLight() implements Rule {

    static final String ID = "PST-14";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "It is positive and politely worded";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        if (!Presence.text(situation)) {
            return Optional.empty();
        }
        List<ListedWord> found = situation.scan().words();
        if (found.stream().anyMatch(word -> word.weight() == Weight.NEVER)) {
            return Optional.of(
                    Finding.fail("This setting does not want in its posts: " + said(found, Weight.NEVER) + ".", null));
        }
        String reason = situation.question().reasons().get(ID);
        if (!found.isEmpty() && reason == null) {
            return Optional.of(Finding.open(
                    Result.WARN,
                    "This setting wants a reason for: " + said(found, Weight.WITH_REASON) + ".",
                    null,
                    new Errand("GIVE_REASON", "Choose other words, or say why these are right here.")));
        }
        if (!situation.ticked(Confirmation.POSITIVE_LIGHT)) {
            return Optional.of(Finding.open(
                    Result.ASK,
                    "You have not said that it shows everybody in a good light.",
                    null,
                    TickedRule.toTick(title())));
        }
        return Optional.of(Finding.pass(
                found.isEmpty()
                        ? "It shows everybody in a good light, as you say, and holds none of the words this setting"
                                + " avoids."
                        : "It shows everybody in a good light, as you say. Kept with a reason: "
                                + said(found, Weight.WITH_REASON) + "."));
    }

    private static String said(List<ListedWord> found, Weight weight) {
        return found.stream()
                .filter(word -> word.weight() == weight)
                .map(word -> "\"" + word.word() + "\"")
                .collect(Collectors.joining(", "));
    }
}
