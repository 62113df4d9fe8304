package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.CLEANED;
import static org.clearpost.media.model.Fixtures.EVERY_BUILT;
import static org.clearpost.media.model.Fixtures.FACEBOOK;
import static org.clearpost.media.model.Fixtures.KOFI;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.facts;
import static org.clearpost.media.model.Fixtures.kofi;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.options;
import static org.clearpost.media.model.Fixtures.social;
import static org.clearpost.media.model.Fixtures.with;

import java.util.List;
import org.clearpost.media.model.Remedy.Edit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PST-05")
@Tag("PST-13")
@Tag("PST-14")
class EditsTest {

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

    private static List<Edit> edits(Decision decision) {
        return decision.remedies().stream()
                .filter(Edit.class::isInstance)
                .map(Edit.class::cast)
                .toList();
    }
}
