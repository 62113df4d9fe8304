package org.clearpost.media.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question beside its facts, with what follows for each person worked out once. Whoever can be told from the picture
 * or from a name is identified, and so needs to be cleared.
 */
record Situation(
        Question question,
        Facts facts,
        AccountFacts account,
        Set<SubjectId> spelledOut,
        List<PersonEntry> people,
        Reading reading,
        Scans scans) {

    static Situation of(Question question, Facts facts, RuleSet rules, Reading reading, Scans scans) {
        AccountFacts account = facts.account(question.account());
        Set<SubjectId> spelledOut = new HashSet<>();
        List<PersonEntry> people = new ArrayList<>();
        for (SubjectId subject : question.mentioned()) {
            PersonFacts person = facts.person(subject);
            if (person != null && question.spellsOut(person, reading, rules.readsLinks())) {
                spelledOut.add(subject);
            }
            people.add(entry(question, facts, account, subject, person, spelledOut.contains(subject)));
        }
        return new Situation(question, facts, account, spelledOut, people, reading, scans);
    }

    boolean ticked(Confirmation confirmation) {
        return question.confirmations().contains(confirmation);
    }

    /** What was found in the words. */
    Scans.Scan scan() {
        return scans.of(question);
    }

    Use use() {
        return account.platform().use();
    }

    /** The most telling form in which this person's name stands in the post. */
    NameForm usedForm(SubjectId subject) {
        return spelledOut.contains(subject) ? NameForm.FULL : question.nameForm(subject);
    }

    /** Whether a first name or surname of anybody mentioned stands in a text, where it was not said that it would. */
    boolean namesInPart() {
        return people.stream().anyMatch(entry -> {
            PersonFacts person = facts.person(entry.subject());
            NameForm used = usedForm(entry.subject());
            return person != null
                    && used != NameForm.FULL
                    && switch (question.partNamed(person, reading)) {
                        case NONE -> false;
                        case FIRST_ONLY -> used == NameForm.NONE;
                        case FIRST_INITIAL, FULL -> true;
                    };
        });
    }

    private static PersonEntry entry(
            Question question,
            Facts facts,
            AccountFacts account,
            SubjectId subject,
            @Nullable PersonFacts person,
            boolean spelledOut) {
        if (person == null) {
            return new PersonEntry(
                    subject, null, Outcome.NOT_KNOWN, null, "This setting does not know this person, so: not cleared.");
        }
        boolean identified =
                question.people().contains(subject) || spelledOut || question.nameForm(subject) != NameForm.NONE;
        if (!identified) {
            return new PersonEntry(
                    subject, person.fullName(), Outcome.NOT_IDENTIFIABLE, null, "Cannot be recognised, as you say.");
        }
        Use use = account.platform().use();
        return switch (person.clearance(use, question.plannedFor())) {
            case CLEARED ->
                new PersonEntry(
                        subject,
                        person.fullName(),
                        Outcome.CLEARED,
                        showAs(question, facts, person, spelledOut),
                        "Cleared for " + use.words() + ".");
            case NOT_CLEARED ->
                new PersonEntry(
                        subject, person.fullName(), Outcome.NOT_CLEARED, null, "Not cleared for " + use.words() + ".");
            case NOT_ASKED ->
                new PersonEntry(
                        subject,
                        person.fullName(),
                        Outcome.NOT_ASKED,
                        null,
                        "No answer is on file for " + use.words() + ".");
        };
    }

    private static @Nullable String showAs(Question question, Facts facts, PersonFacts person, boolean spelledOut) {
        boolean wantsFull = spelledOut || question.nameForm(person.id()) == NameForm.FULL;
        if (wantsFull && person.allowsFullName(question.plannedFor())) {
            return person.fullName();
        }
        return facts.options()
                .nameFormat()
                .map(form -> form.of(person.firstName(), person.surname()))
                .orElse(null);
    }
}
