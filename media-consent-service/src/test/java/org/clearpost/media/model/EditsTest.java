package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.clearpost.media.model.Answers.edits;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.CLEANED;
import static org.clearpost.media.model.Fixtures.EVERY_BUILT;
import static org.clearpost.media.model.Fixtures.FACEBOOK;
import static org.clearpost.media.model.Fixtures.KOFI;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.OAK_LANE;
import static org.clearpost.media.model.Fixtures.SITE;
import static org.clearpost.media.model.Fixtures.STRANGER;
import static org.clearpost.media.model.Fixtures.SUSPENDED;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.answer;
import static org.clearpost.media.model.Fixtures.facts;
import static org.clearpost.media.model.Fixtures.kofi;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.options;
import static org.clearpost.media.model.Fixtures.social;
import static org.clearpost.media.model.Fixtures.uuid;
import static org.clearpost.media.model.Fixtures.with;

import java.util.List;
import java.util.stream.IntStream;
import org.clearpost.media.model.Remedy.Edit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PST-05")
@Tag("PST-13")
@Tag("PST-14")
class EditsTest {

    private static final AccountFacts INSTA =
            new AccountFacts(new AccountId(uuid(503)), OAK_LANE, Platform.INSTAGRAM, "Insta", AccountStatus.LIVE, 1);

    @Test
    void whatATextIsMadeOfToComeTogetherAgainIsLeftOut() {
        Facts facts = with(
                facts(FACEBOOK, List.of(), options(Options.NAME_FORMAT, "NONE"), mia(social(ACTIVE))),
                new Wording(1, List.of(new ListedWord("no way", ListedWord.Weight.NEVER)), List.of()),
                CLEANED);
        String nested = "no ".repeat(30) + "way ".repeat(30);
        Edit edit = edits(about(MIA).caption(nested).decidedByAll(facts)).getFirst();
        assertThat(edit.action()).isEqualTo("TAKE_OUT_WORDS");
        assertThat(edit.result().caption()).isEmpty();
        Edit few = edits(about(MIA).caption("no no way way out").decidedByAll(facts))
                .getFirst();
        assertThat(few.result().caption()).isEqualTo(" out");
    }

    @Test
    void namesAndNumbersThatAnEditBringsTogetherAreTakenOutWithIt() {
        Facts facts = with(
                facts(
                        FACEBOOK,
                        List.of(),
                        options(Options.NAME_FORMAT, "NONE"),
                        mia(social(ACTIVE)),
                        kofi(social(REFUSED))),
                Wording.NOT_CHOSEN,
                CLEANED);
        Edit number = edits(about(MIA).caption("Mia 07700 900123 Thompson won").decidedByAll(facts))
                .getFirst();
        assertThat(number.action()).isEqualTo("TAKE_OUT_CONTACT_DETAILS");
        assertThat(number.result().caption()).doesNotContain("Thompson").contains("won");
        Edit left = edits(
                        about(MIA, KOFI).caption("0770 Kofi Ansah 0900123 won").decidedByAll(facts))
                .getFirst();
        assertThat(left.action()).isEqualTo("LEAVE_OUT");
        assertThat(left.result().caption()).isEqualTo(" won");
    }

    @Test
    void aPostWithoutItsPictureKeepsItsWords() {
        Facts facts = Fixtures.allSaid(mia(social(ACTIVE)));
        Edit edit = edits(about(MIA)
                        .caption("Hello")
                        .naming(MIA, NameForm.FIRST_ONLY)
                        .allSaid()
                        .device(Device.PERSONAL)
                        .decidedByAll(facts))
                .getFirst();
        Question after = edit.result();
        assertThat(edit.action()).isEqualTo("POST_WITHOUT_PICTURE");
        assertThat(after.nobody()).isTrue();
        assertThat(after.people()).isEmpty();
        assertThat(after.headcount()).isNull();
        assertThat(after.picture()).isNull();
        assertThat(after.device()).isNull();
        assertThat(after.caption()).isEqualTo("Hello");
        assertThat(after.names()).hasSize(1);
        assertThat(after.confirmations()).hasSize(Confirmation.values().length);
        assertThat(MayWePost.decide(after, facts, EVERY_BUILT).verdict()).isEqualTo(Verdict.PERMIT);
    }

    @Test
    void wordsThatAnEditBringsTogetherAreTakenOutWithIt() {
        Facts facts = with(
                facts(FACEBOOK, List.of(), options(Options.NAME_FORMAT, "NONE"), mia(), kofi(social(REFUSED))),
                new Wording(1, List.of(new ListedWord("no way", ListedWord.Weight.NEVER)), List.of()),
                CLEANED);
        assertThat(edits(about(KOFI).caption("no Kofi Ansah way out").decidedByAll(facts))
                        .getFirst()
                        .result()
                        .caption())
                .isEqualTo(" out");
        // What was there before has an edit of its own.
        assertThat(edits(about(KOFI).caption("no way, Kofi Ansah").decidedByAll(facts)))
                .extracting(Edit::action, edit -> edit.result().caption())
                .contains(tuple("LEAVE_OUT", "no way, "), tuple("TAKE_OUT_WORDS", ", Kofi Ansah"));
    }

    @Test
    void whoeverIsNotInThePictureIsLeftOutOfTheTextAlone() {
        Facts facts = facts(mia(social(REFUSED)), kofi(social(ACTIVE)));
        assertThat(edits(about(KOFI).naming(MIA, NameForm.FIRST_ONLY).decided(facts)))
                .extracting(Remedy::sentence)
                .containsExactly("Leave Mia Thompson out of the text.");
        assertThat(edits(about(KOFI)
                        .notIdentifiable(MIA)
                        .naming(MIA, NameForm.FIRST_ONLY)
                        .decided(facts)))
                .extracting(Remedy::sentence)
                .containsExactly(
                        "Leave Mia Thompson out of the picture and the text.",
                        "Crop or cover Mia Thompson so that nobody can tell who it is, and leave the name out.");
        assertThat(edits(about(KOFI, STRANGER).decided(facts)))
                .extracting(Remedy::sentence)
                .containsExactly("Leave the person who is not known out of the picture and the text.");
    }

    @Test
    @Tag("PST-01")
    void anotherAccountIsProposedWhereLessFailsAndNothingNew() {
        PersonFacts everywhere = mia(social(ACTIVE), answer(Purpose.WEBSITE, null, ACTIVE));
        assertThat(onOtherAccounts(everywhere, kofi(social(ACTIVE))))
                .as("Kofi is not cleared for the website")
                .containsExactly(
                        "Post on Insta (Instagram) instead.",
                        "Post on Oak Lane site (the website) instead, leaving out whoever is not cleared there.");
        assertThat(onOtherAccounts(everywhere, kofi(social(REFUSED), answer(Purpose.WEBSITE, null, ACTIVE))))
                .as("Kofi is cleared for the website alone: what fails least comes first")
                .containsExactly("Post on Oak Lane site (the website) instead.", "Post on Insta (Instagram) instead.");
        assertThat(edits(about(MIA)
                        .decided(facts(
                                FACEBOOK,
                                List.of(INSTA, SITE),
                                options(Options.NAME_FORMAT, "NONE"),
                                mia(social(REFUSED))))))
                .as("nothing is better elsewhere")
                .extracting(Edit::action)
                .doesNotContain("OTHER_ACCOUNT");
    }

    @Test
    @Tag("PST-01")
    void noMoreThanThreeOtherAccountsAreProposed() {
        List<AccountFacts> others = IntStream.range(0, 5)
                .mapToObj(i -> new AccountFacts(
                        new AccountId(uuid(600 + i)), OAK_LANE, Platform.X, "X " + i, AccountStatus.LIVE, 1))
                .toList();
        assertThat(edits(about().decided(facts(SUSPENDED, others, options(Options.NAME_FORMAT, "NONE")))))
                .extracting(Remedy::sentence)
                .containsExactly("Post on X 0 (X) instead.", "Post on X 1 (X) instead.", "Post on X 2 (X) instead.");
    }

    private static List<String> onOtherAccounts(PersonFacts... people) {
        Facts facts = facts(SUSPENDED, List.of(INSTA, SITE), options(Options.NAME_FORMAT, "NONE"), people);
        return edits(about(MIA, KOFI).decided(facts)).stream()
                .filter(edit -> edit.action().equals("OTHER_ACCOUNT"))
                .map(Remedy::sentence)
                .toList();
    }
}
