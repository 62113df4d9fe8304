package org.clearpost.media.families.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearpost.media.model.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkKeyTest {

    private static final UUID GROUP = UUID.fromString("a0000000-0000-7000-8000-000000000001");

    @Test
    void aKeyIsReadBackAsItself() {
        LinkKey key = LinkKey.fresh(GROUP);
        LinkKey read = LinkKey.read(key.text());
        assertThat(read.group()).isEqualTo(GROUP);
        assertThat(read.hash()).isEqualTo(key.hash()).hasSize(32);
    }

    @Test
    void noTwoKeysAreAlikeAndNoneTellsItself() {
        LinkKey key = LinkKey.fresh(GROUP);
        assertThat(LinkKey.fresh(GROUP).text()).isNotEqualTo(key.text());
        assertThat(key.toString()).doesNotContain(key.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not base64 at all!", "AAAA", "../../etc/passwd"})
    void whatIsNoKeyReadsAsOneThatNobodyHas(String text) {
        assertThat(LinkKey.read(text).group()).isEqualTo(new UUID(0, 0));
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    @Tag("SEC-15")
    void aMailSaysTheSettingsNameAndALinkInBothLanguages(MailKind kind) {
        String link = "https://posts.group.example/family#i=key";
        assertThat(kind.subject("Oak Lane School")).contains("Oak Lane School").doesNotContain("%");
        assertThat(kind.text("Oak Lane School", link))
                .contains("Oak Lane School", link)
                .doesNotContain("%");
        assertThat(kind.text("Oak Lane School", link).split(link, -1)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theStarterWordsAskEachQuestionOfTheChildByName(Language language) {
        Wording words = Objects.requireNonNull(Wording.starter().get(language));
        assertThat(words.questions().keySet()).containsExactlyInAnyOrderElementsOf(Wording.ASKED);
        assertThat(words.questions().values())
                .allSatisfy(question -> assertThat(question).contains("{child}"));
        assertThat(words.questions().get(Purpose.SOCIAL_MEDIA)).contains("{channel}");
    }

    @Test
    void everyProblemKeepsItsStatus() {
        assertThat(Arrays.stream(FamilyProblem.values())
                        .collect(Collectors.toMap(
                                FamilyProblem::code, problem -> problem.kind().status())))
                .containsOnly(
                        Map.entry("media.link-unusable", 404),
                        Map.entry("media.wording-changed", 409),
                        Map.entry("media.not-responsible", 409),
                        Map.entry("media.no-outbox", 409));
    }

    @Test
    void aReferenceCanBeReadAloud() {
        assertThat(Reference.fresh()).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
    }
}
