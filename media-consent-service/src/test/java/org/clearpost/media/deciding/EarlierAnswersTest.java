package org.clearpost.media.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as the code of earlier rule sets gave them, kept as files. Whatever changes since, they are worked out again to
 * the byte: a file here is never written anew.
 */
@Tag("MED-09")
class EarlierAnswersTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-1", "2026-11-2", "2026-11-4"})
    void anEarlierAnswerIsWorkedOutAgainToTheByte(String version) {
        assertThat(again(version, read(version, "facts.json"))).isEqualTo(read(version, "answer.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-1", "2026-11-2", "2026-11-4"})
    void aFactThatWasTamperedWithShows(String version) {
        String facts = read(version, "facts.json");
        String tampered = facts.replace("SOCIAL_MEDIA FACEBOOK REFUSED", "SOCIAL_MEDIA FACEBOOK ACTIVE");
        assertThat(tampered).isNotEqualTo(facts);
        assertThat(again(version, tampered)).isNotEqualTo(read(version, "answer.json"));
    }

    @Test
    void theRulesOfTodayAnswerTheSameQuestionOtherwise() {
        String version = "2026-11-2";
        Question question = JSON.readValue(read(version, "question.json"), Question.class);
        StoredFacts facts = JSON.readValue(read(version, "facts.json"), StoredFacts.class);
        RuleSet then = RuleSet.find(version).orElseThrow();
        assertThat(MayWePost.decide(question, facts.facts(), RuleSet.CURRENT).rules())
                .isNotEqualTo(MayWePost.decide(question, facts.facts(), then).rules());
    }

    private static String again(String version, String stored) {
        Question question = JSON.readValue(read(version, "question.json"), Question.class);
        StoredFacts facts = JSON.readValue(stored, StoredFacts.class);
        DecisionView kept = JSON.readValue(read(version, "answer.json"), DecisionView.class);
        RuleSet rules = RuleSet.find(kept.ruleSet()).orElseThrow();
        return JSON.writeValueAsString(DecisionView.of(
                kept.id(),
                facts.account(),
                kept.askedAt(),
                kept.plannedFor(),
                question,
                rules,
                MayWePost.decide(question, facts.facts(), rules)));
    }

    private static String read(String version, String file) {
        try (InputStream stored = Objects.requireNonNull(
                EarlierAnswersTest.class.getResourceAsStream("/decisions/" + version + "/" + file))) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
