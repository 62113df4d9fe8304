package org.clearpost.media.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearpost.media.model.Remedy.Errand;
import org.jspecify.annotations.Nullable;

/** PST-12, by OPT-16: people at an event expected pictures, and social media is the right place for them. */
record RightMedium() implements Rule {

    @Override
    public String id() {
        return "PST-12";
    }

    @Override
    public String title() {
        return "People at the event expected pictures, and this is the right place";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        if (!Presence.event(situation)) {
            return Optional.empty();
        }
        boolean ticked = situation.ticked(Confirmation.RIGHT_MEDIUM);
        List<Errand> errands = new ArrayList<>();
        if (!ticked) {
            errands.add(TickedRule.toTick(title()));
        }
        @Nullable Because because = null;
        if (situation.question().hasPeople()) {
            if (situation.facts().silent().contains(Source.OPTIONS)) {
                return Optional.of(Finding.open(
                        Result.NOT_CHECKED,
                        "This setting's rule for events could not be asked just now.",
                        null,
                        BuiltRules.TRY_AGAIN));
            }
            because = situation.facts().options().because(Options.CROWDS).orElse(null);
            if (situation.facts().options().crowds().isEmpty()) {
                errands.add(new Errand("SET_OPTION", "Ask the head to choose a rule for groups and crowds (OPT-16)."));
                return Optional.of(Finding.open(
                        Result.ASK, "This setting has no rule for pictures of events yet (OPT-16).", because, errands));
            }
        }
        return Optional.of(
                ticked
                        ? Finding.pass(
                                "People there expected pictures, and this is the right place, as you say.", because)
                        : Finding.open(
                                Result.ASK,
                                "You have not said that people there expected pictures, and that this is the right"
                                        + " place.",
                                because,
                                errands));
    }
}
