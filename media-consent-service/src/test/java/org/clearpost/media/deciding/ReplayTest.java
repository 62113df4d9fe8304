package org.clearpost.media.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clearpost.media.deciding.Replay.Mismatch;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.AccountId;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.Options;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleSet;
import org.clearpost.media.model.SettingId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("MED-09")
class ReplayTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant ASKED = Instant.parse("2026-11-20T10:02:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-0000000000d1");
    private static final AccountFacts ACCOUNT = new AccountFacts(
            new AccountId(UUID.fromString("00000000-0000-7000-8000-0000000000a1")),
            new SettingId(UUID.fromString("00000000-0000-7000-8000-0000000000e1")),
            Platform.FACEBOOK,
            "Oak Lane",
            AccountStatus.LIVE,
            1);

    private static final RuleSet FIRST = RuleSet.find("2026-11-1").orElseThrow();

    @Test
    void eachAnswerIsWorkedOutByTheRulesThatGaveIt() {
        assertThat(FIRST.version()).isNotEqualTo(RuleSet.CURRENT.version());
        for (StoredDecision each : List.of(stored(FIRST), stored(RuleSet.CURRENT))) {
            Replay.Outcome outcome = new Replay(JSON, RuleSet::find).run(each, Past.UNKNOWN);
            assertThat(outcome.mismatches()).isEmpty();
            assertThat(outcome.recomputed()).isEqualTo(each.answer());
        }
    }

    @Test
    void theRulesOfAnotherVersionAreFoundOut() {
        Replay.Outcome outcome = new Replay(JSON, any -> Optional.of(RuleSet.CURRENT)).run(stored(FIRST), Past.UNKNOWN);
        assertThat(outcome.mismatches())
                .extracting(Mismatch::where)
                .contains("/ruleSet")
                .anyMatch(where -> where.startsWith("/rules"));
    }

    @Test
    void aVersionNobodyKnowsIsSaidSo() {
        Replay.Outcome outcome = new Replay(JSON, any -> Optional.empty()).run(stored(RuleSet.CURRENT), Past.UNKNOWN);
        assertThat(outcome.mismatches()).extracting(Mismatch::part).containsExactly(Replay.Part.RULES);
    }

    @Test
    void anyByteOfTheFactsIsNamed() {
        StoredDecision whole = stored(RuleSet.CURRENT);
        for (int i = 0; i < whole.facts().length(); i++) {
            assertThat(parts(with(whole, whole.request(), flipped(whole.facts(), i), whole.answer())))
                    .contains(Replay.Part.FACTS);
        }
    }

    @Test
    void anyByteOfTheQuestionIsNamed() {
        StoredDecision whole = stored(RuleSet.CURRENT);
        for (int i = 0; i < whole.request().length(); i++) {
            assertThat(parts(with(whole, flipped(whole.request(), i), whole.facts(), whole.answer())))
                    .contains(Replay.Part.QUESTION);
        }
    }

    @Test
    void anyByteOfTheAnswerIsNamed() {
        StoredDecision whole = stored(RuleSet.CURRENT);
        for (int i = 0; i < whole.answer().length(); i += 7) {
            assertThat(parts(with(whole, whole.request(), whole.facts(), flipped(whole.answer(), i))))
                    .contains(Replay.Part.ANSWER);
        }
    }

    /** An answer that agrees with a changed question is found by its seal alone. */
    @Test
    void anAnswerPutInPlaceOfAnotherIsNamedThoughItFollowsFromItsQuestion() {
        StoredDecision whole = stored(RuleSet.CURRENT);
        StoredDecision other = stored(RuleSet.CURRENT, "The fair is on Friday.");
        assertThat(other.answer()).isNotEqualTo(whole.answer());
        assertThat(parts(with(whole, other.request(), other.facts(), other.answer())))
                .containsExactly(Replay.Part.QUESTION, Replay.Part.ANSWER);
    }

    private static List<Replay.Part> parts(StoredDecision stored) {
        return new Replay(JSON, RuleSet::find)
                .run(stored, Past.UNKNOWN).mismatches().stream()
                        .map(Mismatch::part)
                        .toList();
    }

    private static String flipped(String text, int at) {
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static StoredDecision stored(RuleSet rules) {
        return stored(rules, "Call 01632 960 001 about sports day.");
    }

    private static StoredDecision stored(RuleSet rules, String caption) {
        Question question = new Question(
                ACCOUNT.id(),
                ASKED,
                true,
                List.of(),
                List.of(),
                null,
                false,
                caption,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
        Facts facts = new Facts(
                ACCOUNT, true, List.of(), Map.of(), new Options(1, Map.of("OPT-14", "FIRST_INITIAL")), Set.of());
        String request = JSON.writeValueAsString(question);
        String read = JSON.writeValueAsString(StoredFacts.of(facts));
        String answer = JSON.writeValueAsString(
                DecisionView.of(ID, ACCOUNT, ASKED, ASKED, question, rules, MayWePost.decide(question, facts, rules)));
        return new StoredDecision(
                ID,
                ACCOUNT.setting().value(),
                ACCOUNT.id().value(),
                ID,
                ASKED,
                ASKED,
                rules.version(),
                request,
                read,
                answer,
                Digests.of(request, read, answer).text());
    }

    private static StoredDecision with(StoredDecision whole, String request, String facts, String answer) {
        return new StoredDecision(
                whole.id(),
                whole.setting(),
                whole.account(),
                whole.askedBy(),
                whole.askedAt(),
                whole.plannedFor(),
                whole.ruleSet(),
                request,
                facts,
                answer,
                whole.digests());
    }
}
