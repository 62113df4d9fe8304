package org.clearpost.media.model;

import static org.clearpost.media.model.Rule.Finding.fail;
import static org.clearpost.media.model.Rule.Finding.open;
import static org.clearpost.media.model.Rule.Finding.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearpost.media.model.Remedy.Errand;
import org.jspecify.annotations.Nullable;

/** The rules that are applied in full. */
final class BuiltRules {

    static final String PEOPLE = "PST-05";
    static final String NAMES = "PST-06";
    static final String ACCOUNT = "PST-01";
    static final String EVERYBODY_LISTED = "MED-21";

    static final Errand TRY_AGAIN = new Errand("TRY_AGAIN", "Ask again in a minute.");

    static final List<Rule> FIRST = with(new NamesAreAllowed(), new EverybodyIsListed());
    static final List<Rule> SECOND = with(new NamesAreRead(), new EverybodyIsListed());
    static final List<Rule> FOURTH = with(new NamesAreConfirmed(), new EverybodyIsListed());
    static final List<Rule> ALL = with(new NamesAreConfirmed(), new EverybodyIsAccountedFor());

    private static List<Rule> with(Rule names, Rule everybody) {
        return List.of(new AccountIsLive(), new PeopleAreCleared(), names, everybody, new AllWasAsked());
    }

    private BuiltRules() {}

    /** Only accounts on the register exist here: no consent makes a personal page an allowed place (MED-14). */
    private record AccountIsLive() implements Rule {

        @Override
        public String id() {
            return ACCOUNT;
        }

        @Override
        public String title() {
            return "The account is official and live";
        }

        @Override
        public Optional<Finding> find(Situation situation) {
            AccountFacts account = situation.account();
            if (!situation.facts().settingOpen()) {
                return Optional.of(fail("This setting is closed: nothing may be posted in its name.", null));
            }
            return Optional.of(
                    account.mayBePostedOn()
                            ? pass(account.name() + " is an official account and live.")
                            : fail(
                                    account.name() + " " + account.status().words() + ": nothing may be posted there.",
                                    null));
        }
    }

    /** Everybody who can be told from the picture or a name, staff and volunteers as much as children. */
    private record PeopleAreCleared() implements Rule {

        @Override
        public String id() {
            return PEOPLE;
        }

        @Override
        public String title() {
            return "Everybody who can be recognised is cleared for this use";
        }

        @Override
        public Optional<Finding> find(Situation situation) {
            String use = situation.use().words();
            List<PersonEntry> people = situation.people();
            if (people.isEmpty()) {
                return Optional.of(
                        situation.question().nobody()
                                ? pass("Nobody is in the picture.")
                                : open(
                                        Result.ASK,
                                        "You have not said who is in the picture.",
                                        null,
                                        new Errand("SAY_WHO", "Say who is in the picture, or that nobody is.")));
            }
            List<PersonEntry> blocked =
                    people.stream().filter(person -> !person.outcome().isFine()).toList();
            if (blocked.isEmpty()) {
                return Optional.of(pass("Everybody who can be recognised is cleared for " + use + "."));
            }
            Set<String> failing = blocked.stream()
                    .map(person -> person.subject().toString())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return Optional.of(fail(sentence(people, blocked, use), null, failing));
        }

        private static String sentence(List<PersonEntry> people, List<PersonEntry> blocked, String use) {
            String name = blocked.getFirst().name();
            if (blocked.size() == 1 && name != null) {
                return name + " is not cleared for " + use + ".";
            }
            return "%d of %d %s not cleared for %s."
                    .formatted(
                            blocked.size(),
                            people.size(),
                            people.size() == 1 ? "person is" : blocked.size() == 1 ? "people is" : "people are",
                            use);
        }
    }

    /** OPT-14 says how much of a name may be shown; a full name always needs its own permission. */
    private record NamesAreAllowed() implements Rule {

        @Override
        public String id() {
            return NAMES;
        }

        @Override
        public String title() {
            return "Names are shown no further than allowed";
        }

        @Override
        public Optional<Finding> find(Situation situation) {
            Question question = situation.question();
            if (situation.people().isEmpty() && !question.hasText()) {
                return Optional.empty();
            }
            boolean asked = !situation.facts().silent().contains(Source.OPTIONS);
            Optional<NameForm> allowed = situation.facts().options().nameFormat();
            @Nullable Because because =
                    situation.facts().options().because(Options.NAME_FORMAT).orElse(null);

            Set<String> full = new LinkedHashSet<>();
            Set<String> further = new LinkedHashSet<>();
            for (PersonEntry entry : situation.people()) {
                PersonFacts person = situation.facts().person(entry.subject());
                NameForm used = situation.usedForm(entry.subject());
                if (used == NameForm.FULL) {
                    // Whoever is not cleared has given no permission of any kind that counts here.
                    if (person == null
                            || entry.outcome() != Outcome.CLEARED
                            || !person.allowsFullName(question.plannedFor())) {
                        full.add(entry.subject().toString());
                    }
                } else if (allowed.isPresent() && used.tellsMoreThan(allowed.get())) {
                    further.add(entry.subject().toString());
                }
            }
            if (!full.isEmpty()) {
                Set<String> failing = new LinkedHashSet<>(full);
                failing.addAll(further);
                return Optional.of(fail(
                        full.size() == 1
                                ? "A full name is used without a permission of its own."
                                : full.size() + " full names are used without a permission of their own.",
                        because,
                        failing));
            }
            if (!further.isEmpty()) {
                return Optional.of(fail("A name is shown further than this setting allows.", because, further));
            }
            if (!asked) {
                return Optional.of(open(
                        Result.NOT_CHECKED,
                        "How this setting shows names could not be asked just now.",
                        null,
                        TRY_AGAIN));
            }
            if (allowed.isEmpty()) {
                return Optional.of(open(
                        Result.ASK,
                        "This setting has not chosen how names are shown (OPT-14).",
                        because,
                        new Errand("SET_OPTION", "Ask the head to choose how names are shown (OPT-14).")));
            }
            return Optional.of(pass("No name is shown further than allowed.", because));
        }
    }

    /**
     * As {@link NamesAreAllowed}, and a text never passes because nothing was found in it: parts of the names of those
     * listed are pointed at, and nobody looks for those who are not listed.
     */
    private record NamesAreRead() implements Rule {

        private static final Errand CHECK_NAMES = new Errand(
                "CHECK_NAMES",
                "Read the text and the links once more: name nobody further than allowed, and nobody who is not"
                        + " listed.");

        @Override
        public String id() {
            return NAMES;
        }

        @Override
        public String title() {
            return "Names are shown no further than allowed";
        }

        @Override
        public Optional<Finding> find(Situation situation) {
            Optional<Finding> found = new NamesAreAllowed().find(situation);
            boolean text = situation.question().hasText()
                    || !situation.question().links().isEmpty();
            if (!text || found.filter(each -> each.result() != Result.PASS).isPresent()) {
                return found;
            }
            @Nullable Because because =
                    situation.facts().options().because(Options.NAME_FORMAT).orElse(null);
            return Optional.of(
                    situation.namesInPart()
                            ? open(
                                    Result.ASK,
                                    "The text holds a first name or a surname of somebody listed.",
                                    because,
                                    CHECK_NAMES)
                            : open(
                                    Result.NOT_CHECKED,
                                    "No name of anybody listed stands in the text; other names are not looked for.",
                                    because,
                                    CHECK_NAMES));
        }
    }

    /** As {@link NamesAreRead}; that nobody else is named, somebody who has read it can say. */
    private record NamesAreConfirmed() implements Rule {

        private static final String TO_TICK = "Nobody is named further than allowed, in words and links";

        @Override
        public String id() {
            return NAMES;
        }

        @Override
        public String title() {
            return "Names are shown no further than allowed";
        }

        @Override
        public Optional<Finding> find(Situation situation) {
            return new NamesAreRead().find(situation).map(found -> settled(situation, found));
        }

        private static Finding settled(Situation situation, Finding found) {
            if (!found.errands().contains(NamesAreRead.CHECK_NAMES)) {
                return found;
            }
            return situation.ticked(Confirmation.NAMES_CHECKED)
                    ? pass(
                            "No full name of anybody listed was found, and you checked the other names.",
                            found.because())
                    : open(Result.ASK, found.sentence(), found.because(), TickedRule.toTick(TO_TICK));
        }
    }

    /** Listed people and the declared headcount agree, or OPT-16 says what to do about the rest. */
    private record EverybodyIsListed() implements Rule {

        private static final Errand NOTICE = new Errand(
                "CONFIRM_EVENT_NOTICE", "Have the head confirm that notice of pictures was given and who objected.");

        @Override
        public String id() {
            return EVERYBODY_LISTED;
        }

        @Override
        public String title() {
            return "Everybody in the picture is accounted for";
        }

        @Override
        public Optional<Finding> find(Situation situation) {
            Question question = situation.question();
            if (question.nobody()) {
                return Optional.empty();
            }
            Integer headcount = question.headcount();
            if (headcount == null) {
                return Optional.of(open(
                        Result.ASK,
                        "You have not said how many people are in the picture.",
                        null,
                        new Errand("SAY_HEADCOUNT", "Count everybody in the picture, and say how many there are.")));
            }
            int listed = question.listed();
            if (listed > headcount) {
                return Optional.of(open(
                        Result.ASK,
                        "You listed %d and counted %d.".formatted(listed, headcount),
                        null,
                        new Errand("SAY_HEADCOUNT", "Count again: more people are listed than counted.")));
            }
            if (listed == headcount && !question.unlistedPeople()) {
                return Optional.of(pass(
                        switch (listed) {
                            case 0 -> "You counted nobody in the picture.";
                            case 1 -> "The one person in the picture is listed.";
                            default -> "All " + listed + " people in the picture are listed.";
                        }));
            }
            return Optional.of(unlisted(situation));
        }

        private static Finding unlisted(Situation situation) {
            Options options = situation.facts().options();
            if (situation.facts().silent().contains(Source.OPTIONS)) {
                return open(
                        Result.NOT_CHECKED,
                        "Somebody in the picture is not listed, and this setting's rule for that could not be asked.",
                        null,
                        TRY_AGAIN);
            }
            @Nullable Because because = options.because(Options.CROWDS).orElse(null);
            Options.CrowdRule rule = options.crowds().orElse(null);
            if (rule == null) {
                return open(
                        Result.ASK,
                        "Somebody in the picture is not listed, and this setting has no rule for that yet (OPT-16).",
                        because,
                        new Errand("SET_OPTION", "Ask the head to choose a rule for groups and crowds (OPT-16)."));
            }
            return switch (rule) {
                case EACH_IDENTIFIABLE ->
                    fail("Somebody in the picture is not listed; here everybody recognisable must be.", because);
                case EVENT_NOTICE_PLUS_OBJECTION ->
                    open(
                            Result.ASK,
                            "Somebody in the picture is not listed, and Clearpost does not keep event notices yet.",
                            because,
                            NOTICE);
            };
        }
    }

    /**
     * As {@link EverybodyIsListed}; where a setting goes by notice and objection (OPT-16), somebody who was at the event can
     * say that both were seen to. Whether pictures were expected there is asked by {@link RightMedium}.
     */
    private record EverybodyIsAccountedFor() implements Rule {

        private static final Errand SAY_NOTICE = TickedRule.toTick(
                "Everybody at the event was told that pictures would be taken, and where they may appear");
        private static final Errand SAY_NOBODY = TickedRule.toTick("Nobody in it who is not listed has objected");

        @Override
        public String id() {
            return EVERYBODY_LISTED;
        }

        @Override
        public String title() {
            return "Everybody in the picture is accounted for";
        }

        @Override
        public Optional<Finding> find(Situation situation) {
            return new EverybodyIsListed().find(situation).map(found -> settled(situation, found));
        }

        private static Finding settled(Situation situation, Finding found) {
            if (!found.errands().contains(EverybodyIsListed.NOTICE)) {
                return found;
            }
            if (!situation.question().hasEvent()) {
                return open(
                        Result.ASK,
                        "Somebody in the picture is not listed. Here that is for events, and you have not said which"
                                + " this was.",
                        found.because(),
                        new Errand("SAY_EVENT", "Say which event it was, or list everybody in the picture."));
            }
            List<Errand> missing = new ArrayList<>();
            if (!situation.ticked(Confirmation.EVENT_NOTICE_GIVEN)) {
                missing.add(SAY_NOTICE);
            }
            if (!situation.ticked(Confirmation.NOBODY_OBJECTED)) {
                missing.add(SAY_NOBODY);
            }
            return missing.isEmpty()
                    ? pass(
                            "Not everybody in it is listed: at the event notice of pictures was given, and nobody"
                                    + " objected, as you say.",
                            found.because())
                    : open(
                            Result.ASK,
                            "Somebody in the picture is not listed, and you have not said that notice of pictures was"
                                    + " given and that nobody objected.",
                            found.because(),
                            missing);
        }
    }

    /** GW-03: what could not be asked is never taken as a yes. */
    private record AllWasAsked() implements Rule {

        @Override
        public String id() {
            return "GW-03";
        }

        @Override
        public String title() {
            return "Everything this answer depends on could be asked";
        }

        @Override
        public Optional<Finding> find(Situation situation) {
            Set<Source> silent = situation.facts().silent();
            if (silent.isEmpty()) {
                return Optional.empty();
            }
            String parts = silent.stream().sorted().map(Source::words).collect(Collectors.joining(" and "));
            return Optional.of(
                    open(Result.NOT_CHECKED, "Could not ask in the last 30 seconds: " + parts + ".", null, TRY_AGAIN));
        }
    }
}
