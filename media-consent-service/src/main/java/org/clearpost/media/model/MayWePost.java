package org.clearpost.media.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearpost.media.model.Remedy.Edit;
import org.clearpost.media.model.Remedy.Errand;

/**
 * Decides. The same question, facts and rules always give the same answer. Any failing rule denies; any rule that is
 * unknown, unanswered or not built keeps the answer at "needs action"; only when all pass is the post permitted.
 *
 * <p>Every proposed edit has been tried: the answer to the edited post has fewer failures and no new one.
 */
public final class MayWePost {

    private static final int OTHER_ACCOUNTS_PROPOSED = 3;

    private MayWePost() {}

    public static Decision decide(Question question, Facts facts, RuleSet rules) {
        Assessment assessment = assess(question, facts, rules);
        List<Remedy> remedies = new ArrayList<>(edits(assessment, facts, rules));
        remedies.addAll(assessment.errands());
        return new Decision(
                assessment.verdict(),
                assessment.sentence(),
                assessment.situation().people(),
                assessment.entries(),
                remedies);
    }

    private record Assessment(Situation situation, Map<Rule, Rule.Finding> findings) {

        Verdict verdict() {
            return findings.values().stream()
                    .map(finding -> finding.result().verdict())
                    .max(Comparator.naturalOrder())
                    .orElse(Verdict.NEEDS_ACTION);
        }

        List<RuleEntry> entries() {
            List<RuleEntry> entries = new ArrayList<>();
            findings.forEach((rule, finding) -> entries.add(
                    new RuleEntry(rule.id(), rule.title(), finding.result(), finding.sentence(), finding.because())));
            return entries;
        }

        /** Each failing rule with each person it fails for. */
        Set<String> failures() {
            Set<String> failures = new LinkedHashSet<>();
            findings.forEach(
                    (rule, finding) -> finding.failing().forEach(failing -> failures.add(rule.id() + "/" + failing)));
            return failures;
        }

        boolean fails(String rule, SubjectId subject) {
            return failures().contains(rule + "/" + subject);
        }

        boolean fails(String rule) {
            return findings.entrySet().stream()
                    .anyMatch(entry ->
                            entry.getKey().id().equals(rule) && entry.getValue().result() == Result.FAIL);
        }

        Set<Errand> errands() {
            Set<Errand> errands = new LinkedHashSet<>();
            findings.values().forEach(finding -> errands.addAll(finding.errands()));
            return errands;
        }

        String sentence() {
            Optional<Rule.Finding> failed = findings.values().stream()
                    .filter(finding -> finding.result() == Result.FAIL)
                    .findFirst();
            if (failed.isPresent()) {
                return "No. " + failed.get().sentence();
            }
            long open = findings.values().stream()
                    .filter(finding -> finding.result() != Result.PASS)
                    .count();
            if (open == 0) {
                return "Yes, you may post this on " + situation.account().name() + ".";
            }
            String people = situation.people().isEmpty()
                    ? situation.question().nobody() ? "Nobody is in the picture" : "Who is in the picture is not said"
                    : "Everybody listed is cleared";
            return "Not yet. %s; %s still open.".formatted(people, open == 1 ? "one check is" : open + " checks are");
        }
    }

    private static Assessment assess(Question question, Facts facts, RuleSet rules) {
        Situation situation = Situation.of(question, facts);
        Map<Rule, Rule.Finding> findings = new LinkedHashMap<>();
        for (Rule rule : rules.rules()) {
            rule.find(situation).ifPresent(finding -> findings.put(rule, finding));
        }
        return new Assessment(situation, findings);
    }

    private static List<Edit> edits(Assessment now, Facts facts, RuleSet rules) {
        Set<String> failures = now.failures();
        if (failures.isEmpty()) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        for (Edit edit : candidates(now, facts)) {
            Assessment then = assess(edit.result(), facts, rules);
            Set<String> left = then.failures();
            if (left.size() < failures.size()
                    && failures.containsAll(left)
                    && !then.verdict().isWorseThan(now.verdict())) {
                edits.add(edit);
            }
        }
        edits.addAll(otherAccounts(now, facts, rules));
        return edits;
    }

    private static List<Edit> candidates(Assessment now, Facts facts) {
        Question question = now.situation().question();
        List<Edit> edits = new ArrayList<>();
        boolean anybodyLeft = false;
        for (PersonEntry entry : now.situation().people()) {
            SubjectId subject = entry.subject();
            PersonFacts person = facts.person(subject);
            String name = person == null ? "the person who is not known" : person.fullName();
            boolean pictured = question.people().contains(subject)
                    || question.notIdentifiable().contains(subject);
            if (now.fails(BuiltRules.PEOPLE, subject)) {
                edits.add(new Edit(
                        "LEAVE_OUT",
                        subject,
                        null,
                        pictured
                                ? "Leave " + name + " out of the picture and the text."
                                : "Leave " + name + " out of the text.",
                        question.leavingOut(subject, person)));
                if (pictured && person != null) {
                    edits.add(new Edit(
                            "MARK_NOT_IDENTIFIABLE",
                            subject,
                            null,
                            "Crop or cover " + name + " so that nobody can tell who it is, and leave the name out.",
                            question.blurring(subject, person)));
                }
            } else {
                anybodyLeft = true;
                if (person != null && now.fails(BuiltRules.NAMES, subject)) {
                    NameForm form = facts.options().nameFormat().orElse(NameForm.NONE);
                    String shown = form.of(person.firstName(), person.surname());
                    edits.add(new Edit(
                            "SHORTEN_NAME",
                            subject,
                            null,
                            shown == null
                                    ? "Leave the name of " + name + " out."
                                    : "Write \"" + shown + "\" instead of more of the name.",
                            question.naming(person, form)));
                }
            }
        }
        if (now.fails(BuiltRules.EVERYBODY_LISTED)) {
            edits.add(new Edit(
                    "ONLY_THOSE_LISTED",
                    null,
                    null,
                    "Crop out everybody who is not listed.",
                    question.onlyThoseListed()));
        }
        if (!anybodyLeft && !now.situation().people().isEmpty()) {
            edits.add(new Edit(
                    "POST_WITHOUT_PEOPLE",
                    null,
                    null,
                    "Nobody would be left: use a picture without people.",
                    question.withoutPeople(facts)));
        }
        return edits;
    }

    /**
     * Accounts on which fewer things fail and nothing new does, fewest first. Where the account asked about is itself
     * the trouble, people not cleared for the other one are left out on the way.
     */
    private static List<Edit> otherAccounts(Assessment now, Facts facts, RuleSet rules) {
        Question question = now.situation().question();
        Set<String> failures = now.failures();
        List<Edit> edits = new ArrayList<>();
        Map<Edit, Integer> left = new IdentityHashMap<>();
        for (AccountFacts other : facts.others()) {
            Question moved = question.on(other.id());
            Assessment then = assess(moved, facts, rules);
            boolean fewer = false;
            if (now.fails(BuiltRules.ACCOUNT)) {
                for (PersonEntry entry : then.situation().people()) {
                    boolean newlyBlocked = then.fails(BuiltRules.PEOPLE, entry.subject())
                            && !now.fails(BuiltRules.PEOPLE, entry.subject());
                    if (newlyBlocked) {
                        moved = moved.leavingOut(entry.subject(), facts.person(entry.subject()));
                        fewer = true;
                    }
                }
            }
            Set<String> failuresThen = (fewer ? assess(moved, facts, rules) : then).failures();
            if (failuresThen.size() < failures.size() && failures.containsAll(failuresThen)) {
                String place = other.name() + " (" + other.platform().words() + ")";
                Edit edit = new Edit(
                        "OTHER_ACCOUNT",
                        null,
                        other.id(),
                        fewer
                                ? "Post on " + place + " instead, leaving out whoever is not cleared there."
                                : "Post on " + place + " instead.",
                        moved);
                edits.add(edit);
                left.put(edit, failuresThen.size());
            }
        }
        return edits.stream()
                .sorted(Comparator.comparing(left::get))
                .limit(OTHER_ACCOUNTS_PROPOSED)
                .toList();
    }
}
