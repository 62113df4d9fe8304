package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.Clearance.CLEARED;
import static org.clearpost.media.model.Clearance.NOT_ASKED;
import static org.clearpost.media.model.Clearance.NOT_CLEARED;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.NOON;
import static org.clearpost.media.model.Fixtures.answer;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.social;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MED-05")
class RosterStandingTest {

    private static final Set<Platform> BOTH = Set.of(Platform.FACEBOOK, Platform.TIKTOK);

    @Test
    void socialMediaIsClearedOnlyWhenItIsOnEveryPlatformInUse() {
        PersonFacts onOne = mia(answer(Purpose.SOCIAL_MEDIA, Platform.FACEBOOK, ACTIVE));
        PersonFacts notOnOne = mia(social(ACTIVE), answer(Purpose.SOCIAL_MEDIA, Platform.TIKTOK, REFUSED));
        assertThat(onSocialMedia(onOne, Set.of(Platform.FACEBOOK))).isEqualTo(CLEARED);
        assertThat(onSocialMedia(onOne, BOTH)).isEqualTo(NOT_ASKED);
        assertThat(onSocialMedia(notOnOne, BOTH)).isEqualTo(NOT_CLEARED);
        assertThat(onSocialMedia(mia(social(ACTIVE)), BOTH)).isEqualTo(CLEARED);
    }

    @Test
    void withoutAnAccountOnlyAnAnswerForEveryPlatformCounts() {
        assertThat(onSocialMedia(mia(social(ACTIVE)), Set.of())).isEqualTo(CLEARED);
        assertThat(onSocialMedia(mia(answer(Purpose.SOCIAL_MEDIA, Platform.FACEBOOK, ACTIVE)), Set.of()))
                .isEqualTo(NOT_ASKED);
    }

    @Test
    void everyPurposeOfPicturesHasItsOwnWord() {
        assertThat(RosterStanding.of(mia(answer(Purpose.WEBSITE, null, ACTIVE)), BOTH, NOON))
                .containsOnlyKeys(Purpose.OF_PICTURES)
                .allSatisfy((purpose, standing) ->
                        assertThat(standing).isEqualTo(purpose == Purpose.WEBSITE ? CLEARED : NOT_ASKED));
    }

    private static @Nullable Clearance onSocialMedia(PersonFacts person, Set<Platform> live) {
        return RosterStanding.of(person, live, NOON).get(Purpose.SOCIAL_MEDIA);
    }
}
