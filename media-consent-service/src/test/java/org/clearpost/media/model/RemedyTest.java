package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.Answers.edits;
import static org.clearpost.media.model.Answers.failing;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.FACEBOOK;
import static org.clearpost.media.model.Fixtures.KOFI;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.OAK_LANE;
import static org.clearpost.media.model.Fixtures.ONLY_BUILT;
import static org.clearpost.media.model.Fixtures.SITE;
import static org.clearpost.media.model.Fixtures.STRANGER;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.answer;
import static org.clearpost.media.model.Fixtures.facts;
import static org.clearpost.media.model.Fixtures.held;
import static org.clearpost.media.model.Fixtures.kofi;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.options;
import static org.clearpost.media.model.Fixtures.social;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.clearpost.media.model.Remedy.Edit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every combination of two people, their answers, names, headcount, options and accounts: some 60,000 questions. */
@Tag("PST-05")
@Tag("PST-06")
class RemedyTest {

    private static final AccountFacts SUSPENDED =
            new AccountFacts(FACEBOOK.id(), OAK_LANE, Platform.FACEBOOK, "Oak Lane page", AccountStatus.SUSPENDED, 1);

    @Test
    void anEditNeverMakesItWorseAndAllOfThemRemoveEveryNoAnEditCanRemove() {
        int[] edits = {0};
        int[] removed = {0};
        everyCase(ONLY_BUILT, (question, answers) -> {
            Decision before = answers.to(question);
            for (Edit edit : edits(before)) {
                edits[0]++;
                if (answers.to(edit.result()).verdict().isWorseThan(before.verdict())) {
                    throw new AssertionError(edit + " turns " + before + " into " + answers.to(edit.result()));
                }
            }
            if (before.verdict() != Verdict.DENY) {
                return;
            }
            List<String> stillFailing = failing(afterAllEdits(before, answers));
            boolean noAccountToMoveTo = answers.facts().others().isEmpty();
            if (stillFailing.isEmpty()) {
                removed[0]++;
            } else if (!stillFailing.equals(List.of("PST-01")) || !noAccountToMoveTo) {
                throw new AssertionError(question + " still fails " + stillFailing + " after all edits");
            }
        });
        assertThat(edits[0]).isGreaterThan(50_000);
        assertThat(removed[0]).isGreaterThan(10_000);
    }

    /** By the rules of today each question is asked about some of the facts, and about all facts some of the questions. */
    @Test
    void noRemedySendsAnybodyToAFamily() {
        Set<String> said = new HashSet<>();
        int[] asked = {0};
        everyCase(RuleSet.CURRENT, (question, answers) -> {
            if (asked[0]++ % 7 == 0) {
                answers.to(question)
                        .remedies()
                        .forEach(remedy -> said.add(remedy.sentence().toLowerCase(Locale.ROOT)));
            }
        });
        assertThat(said).isNotEmpty().allSatisfy(sentence -> assertThat(sentence)
                .doesNotContain("parent", "famil", "carer", "guardian", "mother", "father", "consent"));
    }

    /** Makes the first edit proposed, asks again, and so on: an account is changed at most once. */
    private static Decision afterAllEdits(Decision before, Answers answers) {
        Decision decision = before;
        while (true) {
            Optional<Edit> next = edits(decision).stream().findFirst();
            if (next.isEmpty()) {
                return decision;
            }
            decision = answers.to(next.get().result());
        }
    }

    private static void everyCase(RuleSet rules, BiConsumer<Question, Answers> check) {
        List<@Nullable PersonFacts> mias = List.of(
                mia(social(ACTIVE)),
                mia(social(REFUSED)),
                mia(social(REFUSED), answer(Purpose.WEBSITE, null, ACTIVE)),
                mia(social(ACTIVE), answer(Purpose.FULL_NAME, null, ACTIVE)),
                mia(),
                held(mia(social(ACTIVE), answer(Purpose.WEBSITE, null, ACTIVE))));
        List<PersonFacts> kofis = List.of(
                kofi(social(ACTIVE)),
                kofi(social(ACTIVE), answer(Purpose.WEBSITE, null, ACTIVE)),
                kofi(social(REFUSED)));
        List<Options> optionSets = List.of(
                Options.NONE,
                options(Options.NAME_FORMAT, "NONE", Options.CROWDS, "EACH_IDENTIFIABLE"),
                options(Options.NAME_FORMAT, "FIRST_INITIAL", Options.CROWDS, "EVENT_NOTICE_PLUS_OBJECTION"));
        for (AccountFacts account : List.of(FACEBOOK, SUSPENDED)) {
            for (List<AccountFacts> others : List.of(List.<AccountFacts>of(), List.of(SITE))) {
                for (PersonFacts mia : mias) {
                    for (PersonFacts kofi : kofis) {
                        for (Options options : optionSets) {
                            Answers answers = new Answers(facts(account, others, options, mia, kofi), rules);
                            QUESTIONS.forEach(question -> check.accept(question, answers));
                        }
                    }
                }
            }
        }
    }

    private static final List<Question> QUESTIONS = everyQuestion();

    private static List<Question> everyQuestion() {
        List<Question> questions = new ArrayList<>();
        List<List<SubjectId>> pictures = List.of(List.of(), List.of(MIA), List.of(MIA, KOFI), List.of(KOFI, STRANGER));
        List<List<SubjectId>> blurs = List.of(List.of(), List.of(KOFI), List.of(STRANGER));
        for (List<SubjectId> people : pictures) {
            for (List<SubjectId> blurred : blurs) {
                if (people.stream().anyMatch(blurred::contains)) {
                    continue;
                }
                for (NameForm form : List.of(NameForm.NONE, NameForm.FIRST_ONLY, NameForm.FULL)) {
                    for (String caption : new String[] {null, "Well done, Mia Thompson and Kofi Ansah!"}) {
                        for (int extra : new int[] {-1, 0, 1}) {
                            Fixtures.Ask ask = about(people.toArray(SubjectId[]::new));
                            if (!blurred.isEmpty()) {
                                ask.notIdentifiable(blurred.toArray(SubjectId[]::new));
                            }
                            int listed = people.size() + blurred.size();
                            if (listed == 0 && extra != 0) {
                                continue;
                            }
                            ask.headcount(listed + extra).caption(caption).unlisted(extra == 1);
                            if (form != NameForm.NONE) {
                                ask.naming(MIA, form);
                            }
                            questions.add(ask.question());
                        }
                    }
                }
            }
        }
        return questions;
    }
}
