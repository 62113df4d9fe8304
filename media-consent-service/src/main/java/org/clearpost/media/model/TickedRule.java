package org.clearpost.media.model;

import java.util.Optional;
import java.util.function.Predicate;
import org.clearpost.media.model.Remedy.Errand;

/**
 * A rule that only somebody who looks at the post can answer. Until they tick it, it is open.
 *
 * @param confirmed what the tick says, once it is there
 * @param asked what is to be looked at
 */
record TickedRule(
        String id, String title, Predicate<Situation> present, Confirmation tick, String confirmed, String asked)
        implements Rule {

    @Override
    public Optional<Finding> find(Situation situation) {
        if (!present.test(situation)) {
            return Optional.empty();
        }
        return Optional.of(
                situation.ticked(tick)
                        ? Finding.pass(confirmed)
                        : Finding.open(Result.ASK, asked, null, toTick(title)));
    }

    static Errand toTick(String title) {
        return new Errand("CONFIRM", "Look at the post, and tick: " + title + ".");
    }
}
