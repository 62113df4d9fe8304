package org.clearpost.media.model;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearpost.media.model.ContactDetail.Kind;

/** PST-13. Contact details can be found; that nothing else confidential is in it, only a reader can say. */
record NothingPersonal() implements Rule {

    static final String ID = "PST-13";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Nothing confidential or personal is in it";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        Set<Kind> found = situation.scan().contacts();
        if (!found.isEmpty()) {
            String kinds = found.stream().map(Kind::words).collect(Collectors.joining(" and "));
            return Optional.of(Finding.fail("There is " + kinds + " in the post.", null));
        }
        return Optional.of(
                situation.ticked(Confirmation.NO_PERSONAL_DATA)
                        ? Finding.pass(
                                "You found nothing confidential or personal in it, and no contact details were found.")
                        : Finding.open(
                                Result.ASK,
                                "No contact details were found; you have not said that nothing else in it is"
                                        + " confidential.",
                                null,
                                TickedRule.toTick(title())));
    }
}
