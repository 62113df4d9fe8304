package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.Answers.edits;
import static org.clearpost.media.model.Answers.failing;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.CLEANED;
import static org.clearpost.media.model.Fixtures.EVERY_BUILT;
import static org.clearpost.media.model.Fixtures.FACEBOOK;
import static org.clearpost.media.model.Fixtures.KOFI;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.PICTURE;
import static org.clearpost.media.model.Fixtures.SITE;
import static org.clearpost.media.model.Fixtures.STRANGER;
import static org.clearpost.media.model.Fixtures.SUSPENDED;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.answer;
import static org.clearpost.media.model.Fixtures.facts;
import static org.clearpost.media.model.Fixtures.held;
import static org.clearpost.media.model.Fixtures.kofi;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.options;
import static org.clearpost.media.model.Fixtures.social;
import static org.clearpost.media.model.Fixtures.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clearpost.media.model.Remedy.Edit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts put together by chance from pieces that fail on their own and with each other; a seed makes them the same again. */
@Tag("PST-05")
@Tag("PST-13")
@Tag("PST-14")
class EditsByChanceTest {

    private static final int POSTS = 1500;
    private static final List<String> PIECES = List.of(
            "Well done",
            "Mia",
            "Thompson",
            "Kofi Ansah",
            "07700",
            "900123",
            "dana@oak.example",
            "SA1",
            "1AA",
            "shit",
            "damn",
            "and",
            "on our way",
            "password: lemonade",
            "!",
            ",",
            "0");
    private static final List<String> TAGS = List.of("#fair", "#MiaThompson", "#07700900123", "#shit");
    private static final List<String> LINKS =
            List.of("https://oak.example", "tel:+447700900123", "https://oak.example/kofi-ansah");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anEditNeverMakesItWorseAndAllOfThemRemoveEveryNoAnEditCanRemove(long seed) {
        Random chance = new Random(seed);
        int made = 0;
        int denied = 0;
        for (int i = 0; i < POSTS; i++) {
            Facts facts = anyFacts(chance);
            Question question = anyQuestion(chance);
            Answers answers = new Answers(facts, EVERY_BUILT);
            Decision before = answers.to(question);
            for (Edit edit : edits(before)) {
                made++;
                Decision after = answers.to(edit.result());
                assertThat(after.verdict().isWorseThan(before.verdict()))
                        .as("%s of %s", edit, question)
                        .isFalse();
                assertThat(failing(after)).as("%s of %s", edit, question).isSubsetOf(failing(before));
            }
            if (before.verdict() != Verdict.DENY) {
                continue;
            }
            denied++;
            for (boolean fromTheFront : List.of(true, false)) {
                List<String> left = failing(afterAllEdits(question, answers, fromTheFront));
                if (!left.isEmpty()) {
                    assertThat(left).as("%s", question).containsExactly("PST-01");
                    assertThat(facts.others()).as("%s", question).isEmpty();
                }
            }
        }
        assertThat(made).isGreaterThan(POSTS);
        assertThat(denied).isGreaterThan(POSTS / 2);
    }

    private static Decision afterAllEdits(Question question, Answers answers, boolean fromTheFront) {
        Decision decision = answers.to(question);
        for (int round = 0; round < 30; round++) {
            List<Edit> next = edits(decision);
            if (next.isEmpty()) {
                return decision;
            }
            decision = answers.to((fromTheFront ? next.getFirst() : next.getLast()).result());
        }
        throw new AssertionError("No end to the edits of " + question);
    }

    private static Facts anyFacts(Random chance) {
        AccountFacts account = chance.nextInt(6) == 0 ? SUSPENDED : FACEBOOK;
        List<AccountFacts> others = chance.nextBoolean() ? List.of() : List.of(SITE);
        PersonFacts mia =
                switch (chance.nextInt(4)) {
                    case 0 -> mia(social(REFUSED));
                    case 1 -> mia(social(ACTIVE), answer(Purpose.WEBSITE, null, ACTIVE));
                    case 2 -> held(mia(social(ACTIVE)));
                    default -> mia(social(ACTIVE), answer(Purpose.FULL_NAME, null, ACTIVE));
                };
        PersonFacts kofi = new PersonFacts(
                KOFI,
                chance.nextBoolean() ? SubjectKind.STAFF : SubjectKind.CHILD,
                "Kofi",
                "Ansah",
                null,
                1,
                false,
                List.of(social(chance.nextBoolean() ? ACTIVE : REFUSED)));
        Options options =
                switch (chance.nextInt(3)) {
                    case 0 -> Options.NONE;
                    case 1 ->
                        options(
                                Options.NAME_FORMAT,
                                "NONE",
                                Options.CROWDS,
                                "EACH_IDENTIFIABLE",
                                Options.OWN_DEVICES,
                                "FORBID");
                    default -> Fixtures.CHOSEN;
                };
        return with(facts(account, others, options, mia, kofi), Wording.NOT_CHOSEN, CLEANED);
    }

    private static Question anyQuestion(Random chance) {
        List<SubjectId> people = new ArrayList<>();
        for (SubjectId one : List.of(MIA, KOFI, STRANGER)) {
            if (chance.nextInt(3) == 0) {
                people.add(one);
            }
        }
        StringBuilder caption = new StringBuilder();
        for (int i = chance.nextInt(7); i > 0; i--) {
            caption.append(PIECES.get(chance.nextInt(PIECES.size()))).append(chance.nextInt(5) == 0 ? "" : " ");
        }
        Fixtures.Ask ask =
                about(people.toArray(SubjectId[]::new)).caption(caption.isEmpty() ? null : caption.toString());
        if (!people.isEmpty()) {
            ask.headcount(people.size() + chance.nextInt(3) - 1);
        }
        for (Confirmation tick : Confirmation.values()) {
            if (chance.nextBoolean()) {
                ask.ticking(tick);
            }
        }
        if (chance.nextInt(3) == 0) {
            ask.hashtags(TAGS.get(chance.nextInt(TAGS.size())));
        }
        if (chance.nextInt(3) == 0) {
            ask.links(LINKS.get(chance.nextInt(LINKS.size())));
        }
        if (chance.nextInt(3) == 0) {
            ask.naming(MIA, NameForm.values()[chance.nextInt(NameForm.values().length)]);
        }
        if (chance.nextInt(4) == 0) {
            ask.event(null, "Fair of Mia Thompson, ring 07700 900123");
        }
        Device[] devices = Device.values();
        return ask.device(chance.nextInt(4) == 0 ? null : devices[chance.nextInt(devices.length)])
                .picture(chance.nextBoolean() ? PICTURE : null)
                .question();
    }
}
