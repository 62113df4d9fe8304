package org.clearpost.media.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.clearpost.media.model.Remedy.Errand;
import org.jspecify.annotations.Nullable;

/** A rule that is not applied yet: wherever its subject is present it says so, and keeps the post from being permitted. */
record RuleNotBuilt(String id, String title, Predicate<Situation> present, @Nullable String option, Errand errand)
        implements Rule {

    private static final Errand MAKE_SURE = new Errand(
            "CONFIRM", "Make sure yourself of every point that is not checked, and ask your manager where in doubt.");
    private static final Errand HAVE_IT_APPROVED =
            new Errand("GET_APPROVAL", "Have a manager approve the post, in the way your setting does that today.");
    private static final Errand ASK_THE_HEAD = new Errand(
            "GET_HEAD_APPROVAL", "Have the head approve the event, its date or the links before anything is posted.");

    private static final Predicate<Situation> ALWAYS = situation -> true;
    private static final Predicate<Situation> PICTURED =
            situation -> situation.question().hasPeople();
    private static final Predicate<Situation> TEXT =
            situation -> situation.question().hasText();
    private static final Predicate<Situation> LINKS =
            situation -> !situation.question().links().isEmpty();
    private static final Predicate<Situation> HASHTAGS =
            situation -> !situation.question().hashtags().isEmpty();
    private static final Predicate<Situation> EVENT =
            situation -> situation.question().hasEvent();
    private static final Predicate<Situation> CHILD = situation -> situation.people().stream()
            .map(entry -> situation.facts().person(entry.subject()))
            .anyMatch(person -> person != null && person.kind() == SubjectKind.CHILD);

    private static final Set<String> BUILT_SINCE = Set.of(
            "PST-07", "PST-08", "PST-12", "PST-13", "PST-14", "PST-15", "PST-16", "PST-18", "PST-19", "PST-30",
            "IMG-02");

    /** As they stood in the first rule set: stored answers are worked out again by it. */
    static final List<Rule> FIRST = List.of(
            rule("PST-02", "The author may write for this account and has signed the policy", ALWAYS, MAKE_SURE),
            rule("PST-03", "A manager has approved the post", ALWAYS, HAVE_IT_APPROVED),
            rule("PST-04", "The head has approved the event and its date beforehand", EVENT, ASK_THE_HEAD),
            rule("PST-07", "Children are suitably dressed", PICTURED, MAKE_SURE),
            rule("PST-08", "The safeguarding policy has been followed", ALWAYS, MAKE_SURE),
            rule("PST-09", "The head has approved each link, and it is reputable", LINKS, ASK_THE_HEAD),
            rule("PST-10", "Hashtags are appropriate", HASHTAGS, MAKE_SURE),
            rule("PST-11", "We may use the material, and credit its owner", ALWAYS, MAKE_SURE),
            rule("PST-12", "People at the event expected pictures, and this is the right place", EVENT, MAKE_SURE),
            rule("PST-13", "Nothing confidential or personal is in it", ALWAYS, MAKE_SURE),
            rule("PST-14", "It is positive and politely worded", TEXT, MAKE_SURE),
            rule("PST-15", "It is neutral, factual and right", TEXT, MAKE_SURE),
            rule("PST-16", "It asks no family for personal details", TEXT, MAKE_SURE),
            rule("PST-17", "It says who is speaking, and leaves private views out", TEXT, MAKE_SURE),
            rule("PST-18", "Picture, names, place and date together give nobody away", ALWAYS, MAKE_SURE),
            rule("PST-19", "The questions to ask oneself before posting are answered", ALWAYS, MAKE_SURE),
            rule("PST-20", "Nothing in it is offensive or unlawful", ALWAYS, MAKE_SURE),
            rule("PST-21", "It is professional and reflects well on the setting", ALWAYS, MAKE_SURE),
            rule("PST-28", "Name and logo are used correctly", ALWAYS, MAKE_SURE),
            rule("PST-30", "The picture does not carry a place", ALWAYS, MAKE_SURE),
            rule("PST-31", "Whoever publishes is not the one who approved", ALWAYS, HAVE_IT_APPROVED),
            new RuleNotBuilt(
                    "IMG-02", "The picture was taken on an allowed device", PICTURED, Options.OWN_DEVICES, MAKE_SURE),
            new RuleNotBuilt(
                    "MED-03",
                    "A pupil's own yes rests on a recorded judgement of ability",
                    CHILD,
                    Options.WHO_CONSENTS,
                    MAKE_SURE));

    static final List<Rule> LATER =
            FIRST.stream().filter(rule -> !BUILT_SINCE.contains(rule.id())).toList();

    private static RuleNotBuilt rule(String id, String title, Predicate<Situation> present, Errand errand) {
        return new RuleNotBuilt(id, title, present, null, errand);
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        if (!present.test(situation)) {
            return Optional.empty();
        }
        Because because = option == null
                ? null
                : situation.facts().options().because(option).orElse(null);
        return Optional.of(Finding.open(Result.NOT_CHECKED, "Clearpost does not check this yet.", because, errand));
    }
}
