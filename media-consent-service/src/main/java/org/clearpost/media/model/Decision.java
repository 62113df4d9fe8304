package org.clearpost.media.model;

import java.util.List;

/** The answer to "may we post this?", with a reason per person and per rule, and what would turn a no into a yes. */
public record Decision(
        Verdict verdict, String sentence, List<PersonEntry> people, List<RuleEntry> rules, List<Remedy> remedies) {

    public Decision {
        people = List.copyOf(people);
        rules = List.copyOf(rules);
        remedies = List.copyOf(remedies);
    }
}
