package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.Fixtures.uuid;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The small words of the model: ids, platforms, purposes, accounts and forms of a name. */
class WordsTest {

    static final List<Function<UUID, Object>> IDS = List.of(
            AccountId::new,
            ConsentId::new,
            DecisionId::new,
            GiverId::new,
            PersonId::new,
            PictureId::new,
            SettingId::new,
            SubjectId::new);

    @ParameterizedTest
    @FieldSource("IDS")
    void anIdIsWrittenAsItsValueAlone(Function<UUID, Object> id) {
        assertThat(id.apply(uuid(1))).hasToString(uuid(1).toString());
    }

    @Tag("MED-05")
    @ParameterizedTest
    @CsvSource({
        "FACEBOOK,   SOCIAL_MEDIA, social media (Facebook), true, true",
        "INSTAGRAM,  SOCIAL_MEDIA, social media (Instagram), true, true",
        "WEBSITE,    WEBSITE, the website, false, true",
        "NEWSLETTER, PRINT, print, false, false",
        "OTHER,      SOCIAL_MEDIA, social media (another platform), true, false",
    })
    void aPlatformSaysWhatAPostThereIs(
            Platform platform, Purpose purpose, String use, boolean social, boolean onTheWeb) {
        assertThat(platform.use().purpose()).isEqualTo(purpose);
        assertThat(platform.use().words()).isEqualTo(use);
        assertThat(platform.isSocial()).isEqualTo(social);
        assertThat(platform.isOnTheWeb()).isEqualTo(onTheWeb);
    }

    @Test
    void onlySocialMediaIsAnsweredPlatformByPlatform() {
        assertThat(Arrays.stream(Purpose.values()).filter(Purpose::hasChannels)).containsExactly(Purpose.SOCIAL_MEDIA);
    }

    @Test
    @Tag("PST-01")
    void onlyAClosedOrRefusedAccountNeverComesBack() {
        assertThat(Arrays.stream(AccountStatus.values()).filter(AccountStatus::isFinal))
                .containsExactly(AccountStatus.CLOSED, AccountStatus.REFUSED);
    }

    @Tag("PST-06")
    @ParameterizedTest
    @CsvSource({"NONE, ", "FIRST_ONLY, Zoë", "FIRST_INITIAL, Zoë Ö.", "FULL, Zoë öberg"})
    void aNameIsShownAsFarAsItsFormSays(NameForm form, String shown) {
        assertThat(form.of("Zoë", "öberg")).isEqualTo(shown);
        assertThat(Arrays.stream(NameForm.values()).filter(form::tellsMoreThan))
                .containsExactly(Arrays.copyOf(NameForm.values(), form.ordinal()));
    }

    @Test
    @Tag("R-15")
    void ofTwoClearancesTheLessPermissiveCounts() {
        for (Clearance one : Clearance.values()) {
            for (Clearance other : Clearance.values()) {
                assertThat(one.and(other))
                        .isEqualTo(
                                Stream.of(one, other).max(Clearance::compareTo).orElseThrow());
            }
        }
    }
}
