package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.Fixtures.FACEBOOK;
import static org.clearpost.media.model.Fixtures.KOFI;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.PICTURE;
import static org.clearpost.media.model.Fixtures.STRANGER;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.facts;
import static org.clearpost.media.model.Fixtures.kofi;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.options;
import static org.clearpost.media.model.Fixtures.social;

import java.util.List;
import java.util.Set;
import org.clearpost.media.model.ListedWord.Weight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The question that would be asked after an edit: what it changes, and what it leaves as it was. */
@Tag("PST-05")
class QuestionTest {

    private final Facts facts = facts(mia(social(ACTIVE)), kofi(social(ACTIVE)));
    private final Reading reading = new Reading();

    @Test
    void mentionsWhoeverIsShownCoveredOrNamedOnceAndInOrder() {
        Question question = about(KOFI)
                .notIdentifiable(STRANGER)
                .naming(MIA, NameForm.FIRST_ONLY)
                .naming(KOFI, NameForm.FULL)
                .question();
        assertThat(question.mentioned()).containsExactly(KOFI, STRANGER, MIA);
        assertThat(about(KOFI).naming(MIA, NameForm.NONE).question().mentioned())
                .containsExactly(KOFI);
    }

    @Test
    void ofSeveralFormsOfANameTheMostTellingCounts() {
        Question question = about(MIA)
                .naming(MIA, NameForm.FIRST_INITIAL)
                .naming(MIA, NameForm.FIRST_ONLY)
                .naming(KOFI, NameForm.FULL)
                .question();
        assertThat(question.nameForm(MIA)).isEqualTo(NameForm.FIRST_INITIAL);
        assertThat(question.nameForm(KOFI)).isEqualTo(NameForm.FULL);
        assertThat(question.nameForm(STRANGER)).isEqualTo(NameForm.NONE);
    }

    @Test
    void weighsEveryLetterForEverybodyMentioned() {
        assertThat(about(MIA, KOFI)
                        .caption("abc")
                        .event(null, "de")
                        .hashtags("#f")
                        .links("http")
                        .question()
                        .weight())
                .isEqualTo((3 + 2 + 2 + 4) * 2);
        assertThat(about(MIA).hashtags("#f").question().weight()).isEqualTo(2);
        assertThat(about().caption("abc").question().weight()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "1, 0", ", "})
    void leavingSomebodyOutMakesTheHeadcountSmaller(@Nullable Integer counted, @Nullable Integer left) {
        Question question = about(MIA)
                .notIdentifiable(KOFI)
                .headcount(counted)
                .unlisted(true)
                .naming(MIA, NameForm.FIRST_ONLY)
                .naming(STRANGER, NameForm.FIRST_ONLY)
                .question();
        Question without = question.leavingOut(Set.of(MIA, KOFI), facts, reading);
        assertThat(without.people()).isEmpty();
        assertThat(without.notIdentifiable()).isEmpty();
        assertThat(without.headcount()).isEqualTo(left);
        assertThat(without.unlistedPeople()).isTrue();
        assertThat(without.names()).containsExactly(new NameUsed(STRANGER, NameForm.FIRST_ONLY));
    }

    @Test
    void coveringSomebodyCountsThemStill() {
        Question covered = about(MIA, KOFI)
                .caption("Mia Thompson and Kofi Ansah")
                .hashtags("#fair", "#MiaThompson")
                .links("https://oak.example/fair", "https://oak.example/mia-thompson")
                .question()
                .blurring(MIA, facts, reading);
        assertThat(covered.people()).containsExactly(KOFI);
        assertThat(covered.notIdentifiable()).containsExactly(MIA);
        assertThat(covered.headcount()).isEqualTo(2);
        assertThat(covered.caption()).isEqualTo(" and Kofi Ansah");
        assertThat(covered.hashtags()).containsExactly("#fair");
        assertThat(covered.links()).containsExactly("https://oak.example/fair");
        assertThat(covered.blurring(MIA, facts, reading)).isEqualTo(covered);
    }

    @Test
    void shortensTheNameOfOnePersonAndNeverLengthensIt() {
        Question question = about(MIA, KOFI)
                .naming(MIA, NameForm.FULL)
                .naming(MIA, NameForm.FIRST_ONLY)
                .naming(KOFI, NameForm.FULL)
                .question();
        assertThat(question.naming(mia(), NameForm.FIRST_INITIAL, reading).names())
                .containsExactly(
                        new NameUsed(MIA, NameForm.FIRST_INITIAL),
                        new NameUsed(MIA, NameForm.FIRST_ONLY),
                        new NameUsed(KOFI, NameForm.FULL));
    }

    @Test
    void aPostWithoutPeopleHasNoPictureOfAnyAndNamesNobody() {
        Question question = about(MIA)
                .notIdentifiable(KOFI)
                .headcount(5)
                .unlisted(true)
                .naming(MIA, NameForm.FIRST_ONLY)
                .device(Device.WORK)
                .picture(PICTURE)
                .caption("Mia Thompson won")
                .question();
        assertThat(question.withoutPeople(facts, reading))
                .isEqualTo(about().headcount(null).caption(" won").question());
    }

    @Test
    @Tag("PST-14")
    void takesListedWordsThatMustNeverStandInItOutOfWordsAndTags() {
        Wording wording = new Wording(
                1,
                List.of(new ListedWord("drat", Weight.NEVER), new ListedWord("bother", Weight.WITH_REASON)),
                List.of());
        Question cleaned = about().caption("Drat and bother")
                .event(null, "Oh drat!")
                .hashtags("#drat", "#bother", "#fair")
                .links("https://drat.example")
                .question()
                .withoutListedWords(wording);
        assertThat(cleaned.caption()).isEqualTo(" and bother");
        assertThat(cleaned.eventName()).isEqualTo("Oh ");
        assertThat(cleaned.hashtags()).containsExactly("#bother", "#fair");
        assertThat(cleaned.links()).containsExactly("https://drat.example");
    }

    @ParameterizedTest
    @CsvSource({"7, ' end'", "8, ''"})
    @Tag("PST-14")
    void aTextThatKeepsComingTogetherIsCleanedSevenTimesAndThenLeftOut(int layers, String left) {
        Wording wording = new Wording(1, List.of(new ListedWord("no way", Weight.NEVER)), List.of());
        String text = "no ".repeat(layers) + "way ".repeat(layers) + "end";
        assertThat(about().caption(text).question().withoutListedWords(wording).caption())
                .isEqualTo(left);
    }

    @Test
    @Tag("PST-06")
    void theNameShownIsTheMostTellingThatStandsAnywhere() {
        Question question = about(MIA, KOFI)
                .naming(MIA, NameForm.FIRST_ONLY)
                .caption("Well done, Kofi Ansah!")
                .question();
        assertThat(MayWePost.nameShown(question, facts, RuleSet.CURRENT, MIA)).isEqualTo(NameForm.FIRST_ONLY);
        assertThat(MayWePost.nameShown(question, facts, RuleSet.CURRENT, KOFI)).isEqualTo(NameForm.FULL);
    }

    @Tag("PST-06")
    @ParameterizedTest(name = "{0} where {1} is chosen, own permission {2}: {3}")
    @CsvSource({
        "NONE, FIRST_INITIAL, true,  Mia T.",
        "FULL, FIRST_INITIAL, true,  Mia Thompson",
        "FULL, FIRST_INITIAL, false, Mia T.",
        "FULL, FIRST_ONLY,    false, Mia",
        "FULL, NONE,          false, ",
        "FULL, ,              false, ",
        "NONE, FULL,          true,  ",
    })
    void saysHowANameMayBeShown(NameForm used, @Nullable String chosen, boolean permission, @Nullable String expected) {
        PersonFacts person = permission
                ? mia(social(ACTIVE), Fixtures.answer(Purpose.FULL_NAME, null, ACTIVE))
                : mia(social(ACTIVE));
        Options options = chosen == null ? Options.NONE : options(Options.NAME_FORMAT, chosen);
        Facts known = facts(FACEBOOK, List.of(), options, person);
        Decision declared = about(MIA).naming(MIA, used).decided(known);
        assertThat(declared.people().getFirst().showAs()).isEqualTo(expected);
        if (used == NameForm.FULL) {
            assertThat(about(MIA).caption("Mia Thompson won").decided(known).people())
                    .isEqualTo(declared.people());
        }
    }
}
