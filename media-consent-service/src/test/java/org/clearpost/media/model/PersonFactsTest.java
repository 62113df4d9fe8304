package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.Clearance.CLEARED;
import static org.clearpost.media.model.Clearance.NOT_ASKED;
import static org.clearpost.media.model.Clearance.NOT_CLEARED;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.PENDING;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.ConsentState.WITHDRAWN;
import static org.clearpost.media.model.Fixtures.NOON;
import static org.clearpost.media.model.Fixtures.answer;
import static org.clearpost.media.model.Fixtures.held;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.social;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R-15")
@Tag("R-16")
class PersonFactsTest {

    private static final Use ON_FACEBOOK = Platform.FACEBOOK.use();

    @Tag("MED-01")
    @Tag("MED-12")
    @Tag("MED-19")
    @ParameterizedTest(name = "{0} and {1} together: {2}")
    @CsvSource({
        "NOT_ON_FILE, NOT_ON_FILE, NOT_ASKED",
        "ACTIVE,      NOT_ON_FILE, CLEARED",
        "ACTIVE,      ACTIVE,      CLEARED",
        "ACTIVE,      PENDING,     CLEARED",
        "ACTIVE,      EXPIRED,     CLEARED",
        "ACTIVE,      REFUSED,     NOT_CLEARED",
        "ACTIVE,      WITHDRAWN,   NOT_CLEARED",
        "PENDING,     NOT_ON_FILE, NOT_CLEARED",
        "PENDING,     PENDING,     NOT_CLEARED",
        "PENDING,     EXPIRED,     NOT_CLEARED",
        "EXPIRED,     NOT_ON_FILE, NOT_CLEARED",
        "REFUSED,     NOT_ON_FILE, NOT_CLEARED",
        "REFUSED,     PENDING,     NOT_CLEARED",
        "WITHDRAWN,   NOT_ON_FILE, NOT_CLEARED",
    })
    void combinesTheAnswersOfTwoGivers(ConsentState one, ConsentState other, Clearance expected) {
        assertThat(mia(rows(one, other)).clearance(ON_FACEBOOK, NOON)).isEqualTo(expected);
        assertThat(mia(rows(other, one)).clearance(ON_FACEBOOK, NOON)).isEqualTo(expected);
    }

    @Test
    @Tag("MED-05")
    void anAnswerForOnePurposeNeverCoversAnother() {
        for (Purpose given : Purpose.values()) {
            for (Platform platform : Platform.values()) {
                Use use = platform.use();
                PersonFacts person = mia(answer(given, null, ACTIVE));
                assertThat(person.clearance(use, NOON) == CLEARED)
                        .as("%s for %s", given, use.words())
                        .isEqualTo(given == use.purpose());
            }
        }
    }

    @Test
    @Tag("MED-05")
    void anAnswerForOnePlatformNeverCoversAnother() {
        PersonFacts person = mia(answer(Purpose.SOCIAL_MEDIA, Platform.FACEBOOK, ACTIVE));
        assertThat(person.clearance(ON_FACEBOOK, NOON)).isEqualTo(CLEARED);
        assertThat(person.clearance(Platform.TIKTOK.use(), NOON)).isEqualTo(NOT_ASKED);
    }

    @Test
    @Tag("MED-05")
    void aNoToOnePlatformStandsBesideAYesToAll() {
        PersonFacts person = mia(social(ACTIVE), answer(Purpose.SOCIAL_MEDIA, Platform.TIKTOK, REFUSED));
        assertThat(person.clearance(ON_FACEBOOK, NOON)).isEqualTo(CLEARED);
        assertThat(person.clearance(Platform.TIKTOK.use(), NOON)).isEqualTo(NOT_CLEARED);
    }

    @Test
    @Tag("MED-04")
    void aNoToBeingPhotographedBlocksEveryUse() {
        for (ConsentState no : List.of(REFUSED, WITHDRAWN)) {
            assertThat(mia(social(ACTIVE), answer(Purpose.TAKING, null, no)).clearance(ON_FACEBOOK, NOON))
                    .isEqualTo(NOT_CLEARED);
        }
        assertThat(mia(social(ACTIVE), answer(Purpose.TAKING, null, PENDING)).clearance(ON_FACEBOOK, NOON))
                .isEqualTo(CLEARED);
    }

    @Test
    @Tag("MED-04")
    void aYesToBeingPhotographedPermitsNoUse() {
        assertThat(mia(answer(Purpose.TAKING, null, ACTIVE)).clearance(ON_FACEBOOK, NOON))
                .isEqualTo(NOT_ASKED);
    }

    @Test
    @Tag("MED-20")
    void aHoldBlocksEveryUseWhateverIsOnFile() {
        for (Platform platform : Platform.values()) {
            assertThat(held(mia()).clearance(platform.use(), NOON)).isEqualTo(NOT_CLEARED);
            assertThat(held(mia(answer(platform.use().purpose(), null, ACTIVE))).clearance(platform.use(), NOON))
                    .isEqualTo(NOT_CLEARED);
        }
    }

    @Test
    void consentIsJudgedAtThePlannedTime() {
        PersonFacts person = mia(answer(Purpose.SOCIAL_MEDIA, null, ACTIVE, NOON));
        assertThat(person.clearance(ON_FACEBOOK, NOON.minusMillis(1))).isEqualTo(CLEARED);
        assertThat(person.clearance(ON_FACEBOOK, NOON)).isEqualTo(NOT_CLEARED);
    }

    @Test
    void whoeverHasLeftIsNotCleared() {
        PersonFacts leaver = new PersonFacts(
                Fixtures.MIA,
                SubjectKind.STAFF,
                "Mia",
                "Thompson",
                LocalDate.of(2026, 11, 20),
                1,
                false,
                List.of(social(ACTIVE)));
        assertThat(leaver.clearance(ON_FACEBOOK, NOON)).isEqualTo(CLEARED);
        assertThat(leaver.clearance(ON_FACEBOOK, NOON.plusSeconds(12 * 3600))).isEqualTo(NOT_CLEARED);
    }

    @Tag("MED-19")
    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-21, false",
        "2026-11-21, , true",
        "2026-11-10, 2026-11-19, true",
        "2026-11-10, , false"
    })
    void aRestrictionBlocksEveryUseOnItsDays(LocalDate from, @Nullable LocalDate until, boolean cleared) {
        PersonFacts restricted = new PersonFacts(
                Fixtures.MIA,
                SubjectKind.CHILD,
                "Mia",
                "Thompson",
                null,
                1,
                false,
                List.of(social(ACTIVE)),
                List.of(new RestrictedDays(from, until)));
        assertThat(restricted.clearance(ON_FACEBOOK, NOON)).isEqualTo(cleared ? CLEARED : NOT_CLEARED);
    }

    @Test
    @Tag("MED-06")
    void aFullNameNeedsAPermissionOfItsOwn() {
        assertThat(mia(social(ACTIVE)).allowsFullName(NOON)).isFalse();
        assertThat(mia(answer(Purpose.FULL_NAME, null, ACTIVE)).allowsFullName(NOON))
                .isTrue();
        assertThat(held(mia(answer(Purpose.FULL_NAME, null, ACTIVE))).allowsFullName(NOON))
                .isFalse();
    }

    private static ConsentFact[] rows(ConsentState... states) {
        List<ConsentFact> rows = new ArrayList<>();
        for (ConsentState state : states) {
            @Nullable ConsentFact row =
                    switch (state) {
                        case NOT_ON_FILE -> null;
                        case EXPIRED -> answer(Purpose.SOCIAL_MEDIA, null, ACTIVE, NOON.minusSeconds(1));
                        default -> social(state);
                    };
            if (row != null) {
                rows.add(row);
            }
        }
        return rows.toArray(ConsentFact[]::new);
    }
}
