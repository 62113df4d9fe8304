package org.clearpost.media.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearpost.media.model.Remedy.Errand;
import org.jspecify.annotations.Nullable;

/** PST-15, by OPT-21: whether politics are out altogether, or need thought. */
record NeutralAndFactual() implements Rule {

    @Override
    public String id() {
        return "PST-15";
    }

    @Override
    public String title() {
        return "It is neutral, factual and right";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        if (!Presence.text(situation)) {
            return Optional.empty();
        }
        if (situation.facts().silent().contains(Source.OPTIONS)) {
            return Optional.of(Finding.open(
                    Result.NOT_CHECKED,
                    "This setting's rule for political content could not be asked just now.",
                    null,
                    BuiltRules.TRY_AGAIN));
        }
        Options options = situation.facts().options();
        @Nullable Because because = options.because(Options.POLITICS).orElse(null);
        boolean ticked = situation.ticked(Confirmation.NEUTRAL);
        Options.PoliticsRule rule = options.politics().orElse(null);
        List<Errand> errands = new ArrayList<>();
        if (!ticked) {
            errands.add(TickedRule.toTick(title()));
        }
        if (rule == null) {
            errands.add(new Errand("SET_OPTION", "Ask the head to choose a rule for political content (OPT-21)."));
            return Optional.of(Finding.open(
                    Result.ASK, "This setting has no rule for political content yet (OPT-21).", because, errands));
        }
        String asks =
                switch (rule) {
                    case BAN -> "no politics or religion";
                    case CONSIDERATION -> "politics and religion thought about with care";
                };
        return Optional.of(
                ticked
                        ? Finding.pass(
                                "It is neutral, factual and right, as you say; here that means " + asks + ".", because)
                        : Finding.open(
                                Result.ASK,
                                "You have not said that it is neutral, factual and right; here that means " + asks
                                        + ".",
                                because,
                                errands));
    }
}
