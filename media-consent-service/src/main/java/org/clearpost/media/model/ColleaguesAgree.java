package org.clearpost.media.model;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** MED-17: a colleague's picture or name only with their agreement, for as long as they agree. */
record ColleaguesAgree() implements Rule {

    @Override
    public String id() {
        return "MED-17";
    }

    @Override
    public String title() {
        return "Colleagues in it agree, and may have it removed";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        boolean any = false;
        Set<String> without = new LinkedHashSet<>();
        for (PersonEntry entry : situation.people()) {
            PersonFacts person = situation.facts().person(entry.subject());
            boolean colleague =
                    person != null && (person.kind() == SubjectKind.STAFF || person.kind() == SubjectKind.VOLUNTEER);
            if (!colleague || entry.outcome() == Outcome.NOT_IDENTIFIABLE) {
                continue;
            }
            any = true;
            if (!entry.outcome().isFine()) {
                without.add(entry.subject().toString());
            }
        }
        if (!any) {
            return Optional.empty();
        }
        return Optional.of(
                without.isEmpty()
                        ? Finding.pass("Every colleague in it has agreed. It comes down as soon as one of them asks.")
                        : Finding.fail(
                                without.size() == 1
                                        ? "A colleague in it is not cleared for this use."
                                        : without.size() + " colleagues in it are not cleared for this use.",
                                null,
                                without));
    }
}
