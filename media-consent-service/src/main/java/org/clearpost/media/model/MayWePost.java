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
    private static final Set<String> TAKING_NAMES_OUT =
            Set.of("LEAVE_OUT", "MARK_NOT_IDENTIFIABLE", "SHORTEN_NAME", "POST_WITHOUT_PEOPLE", "OTHER_ACCOUNT");
    private static final int MOST_ROUNDS = 4;
    private static final Set<String> TEXT_EDITS = Set.of("TAKE_OUT_CONTACT_DETAILS", "TAKE_OUT_WORDS");

    private MayWePost() {}

    public static Decision decide(Question question, Facts facts, RuleSet rules) {
        return decide(question, facts, rules, new Reading(), new Scans(facts.wording()));
    }

    static Decision decide(Question question, Facts facts, RuleSet rules, Reading reading, Scans scans) {
        Trial trial = new Trial(facts, rules, reading, scans);
        Assessment assessment = trial.assess(question);
        List<Remedy> remedies = new ArrayList<>(edits(assessment, trial));
        remedies.addAll(assessment.errands());
        return new Decision(
                assessment.verdict(),
                assessment.sentence(),
                assessment.situation().people(),
                assessment.entries(),
                remedies);
    }

    /** The most telling form in which a person's name stands in the post. */
    public static NameForm nameShown(Question question, Facts facts, RuleSet rules, SubjectId subject) {
        return Situation.of(question, facts, rules, new Reading(), new Scans(facts.wording()))
                .usedForm(subject);
    }

    /** The verdict alone, without looking for what would change it. */
    static Verdict verdict(Question question, Facts facts, RuleSet rules, Reading reading, Scans scans) {
        return new Trial(facts, rules, reading, scans).assess(question).verdict();
    }

    /** What stays the same while edits of a question are tried. */
    private record Trial(Facts facts, RuleSet rules, Reading reading, Scans scans) {

        Assessment assess(Question question) {
            Situation situation = Situation.of(question, facts, rules, reading, scans);
            Map<Rule, Rule.Finding> findings = new LinkedHashMap<>();
            Set<String> failures = new LinkedHashSet<>();
            for (Rule rule : rules.rules()) {
                rule.find(situation).ifPresent(finding -> {
                    findings.put(rule, finding);
                    finding.failing().forEach(failing -> failures.add(rule.id() + "/" + failing));
                });
            }
            return new Assessment(situation, findings, failures);
        }
    }

    /**
     * One question with what every rule found.
     *
     * @param failures each failing rule with each person it fails for
     */
    private record Assessment(Situation situation, Map<Rule, Rule.Finding> findings, Set<String> failures) {

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

        boolean fails(String rule, SubjectId subject) {
            return failures.contains(rule + "/" + subject);
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

    private static List<Edit> edits(Assessment now, Trial trial) {
        Set<String> failures = now.failures();
        if (failures.isEmpty()) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        for (Edit candidate : candidates(now, trial)) {
            Edit edit = settled(candidate, now, trial);
            Assessment then = trial.assess(edit.result());
            Set<String> left = then.failures();
            if (left.size() < failures.size()
                    && failures.containsAll(left)
                    && !then.verdict().isWorseThan(now.verdict())) {
                edits.add(edit);
            }
        }
        edits.addAll(otherAccounts(now, trial));
        return trial.rules().tellsOfLinks()
                ? edits.stream().map(edit -> tellingOfLinks(edit, now)).toList()
                : edits;
    }

    /** A link cannot be shortened like a name: it goes as a whole, and the sentence says so. */
    private static Edit tellingOfLinks(Edit edit, Assessment now) {
        int gone = now.situation().question().links().size()
                - edit.result().links().size();
        if (gone == 0 || !TAKING_NAMES_OUT.contains(edit.action())) {
            return edit;
        }
        String links = gone == 1
                ? " Drop the link that spells a name out."
                : " Drop the " + gone + " links that spell a name out.";
        return new Edit(edit.action(), edit.subject(), edit.account(), edit.sentence() + links, edit.result());
    }

    /**
     * Taking something out of a text can bring the halves of something else together: that is taken out as well. Where
     * nothing is brought about, the edit stays as it is.
     */
    private static Edit settled(Edit edit, Assessment now, Trial trial) {
        Question result = edit.result();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Assessment then = trial.assess(result);
            if (now.failures().containsAll(then.failures())) {
                break;
            }
            Question better = result;
            if (then.fails(NothingPersonal.ID) && !now.fails(NothingPersonal.ID)) {
                better = better.withoutContactDetails(trial.facts().wording());
            }
            if (then.fails(PositiveLight.ID) && !now.fails(PositiveLight.ID)) {
                better = better.withoutListedWords(trial.facts().wording());
            }
            if (TEXT_EDITS.contains(edit.action())) {
                better = withoutNamesBroughtTogether(better, now, then, trial);
            }
            if (better.equals(result)) {
                break;
            }
            result = better;
        }
        return result.equals(edit.result())
                ? edit
                : new Edit(edit.action(), edit.subject(), edit.account(), edit.sentence(), result);
    }

    private static Question withoutNamesBroughtTogether(
            Question question, Assessment now, Assessment then, Trial trial) {
        Question better = question;
        for (PersonEntry entry : then.situation().people()) {
            PersonFacts person = trial.facts().person(entry.subject());
            boolean broughtTogether = then.situation().spelledOut().contains(entry.subject())
                    && !now.situation().spelledOut().contains(entry.subject());
            if (person != null && broughtTogether) {
                better = better.naming(person, NameForm.NONE, trial.reading());
            }
        }
        return better;
    }

    private static List<Edit> candidates(Assessment now, Trial trial) {
        Facts facts = trial.facts();
        Reading reading = trial.reading();
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
                        question.leavingOut(subject, facts, reading)));
                if (pictured && person != null) {
                    edits.add(new Edit(
                            "MARK_NOT_IDENTIFIABLE",
                            subject,
                            null,
                            "Crop or cover " + name + " so that nobody can tell who it is, and leave the name out.",
                            question.blurring(subject, facts, reading)));
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
                            question.naming(person, form, reading)));
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
        if (now.fails(NothingPersonal.ID)) {
            edits.add(new Edit(
                    "TAKE_OUT_CONTACT_DETAILS",
                    null,
                    null,
                    "Take the contact details out of the words and links.",
                    question.withoutContactDetails(facts.wording())));
        }
        if (now.fails(PositiveLight.ID)) {
            edits.add(new Edit(
                    "TAKE_OUT_WORDS",
                    null,
                    null,
                    "Take out the words this setting does not want.",
                    question.withoutListedWords(facts.wording())));
        }
        if (now.fails(DeviceIsAllowed.ID)) {
            edits.add(new Edit(
                    "POST_WITHOUT_PICTURE",
                    null,
                    null,
                    "Post the words alone, without this picture.",
                    question.withoutPicture()));
        }
        if (!anybodyLeft && !now.situation().people().isEmpty()) {
            edits.add(new Edit(
                    "POST_WITHOUT_PEOPLE",
                    null,
                    null,
                    "Nobody would be left: use a picture without people.",
                    question.withoutPeople(facts, reading)));
        }
        return edits;
    }

    /**
     * Accounts on which fewer things fail and nothing new does, fewest first. Where the account asked about is itself
     * the trouble, people not cleared for the other one are left out on the way.
     */
    private static List<Edit> otherAccounts(Assessment now, Trial trial) {
        Question question = now.situation().question();
        Set<String> failures = now.failures();
        List<Edit> edits = new ArrayList<>();
        Map<Edit, Integer> left = new IdentityHashMap<>();
        for (AccountFacts other : trial.facts().others()) {
            Question moved = question.on(other.id());
            Assessment then = trial.assess(moved);
            Set<SubjectId> blocked = new LinkedHashSet<>();
            if (now.fails(BuiltRules.ACCOUNT)) {
                for (PersonEntry entry : then.situation().people()) {
                    boolean newlyBlocked = then.fails(BuiltRules.PEOPLE, entry.subject())
                            && !now.fails(BuiltRules.PEOPLE, entry.subject());
                    if (newlyBlocked) {
                        blocked.add(entry.subject());
                    }
                }
            }
            boolean fewer = !blocked.isEmpty();
            if (fewer) {
                moved = moved.leavingOut(blocked, trial.facts(), trial.reading());
            }
            Set<String> failuresThen = (fewer ? trial.assess(moved) : then).failures();
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
