package org.clearpost.media.planning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearpost.media.deciding.StoredFacts;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleEntry;
import org.clearpost.media.model.RuleSet;
import org.clearpost.media.model.Verdict;
import org.clearpost.media.planning.Rehearsal.Said;
import org.clearpost.media.planning.Rehearsal.Worked;
import org.clearpost.media.planning.RehearsalRepository.Kept;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Works one kept decision out again: its own question, facts and rules, and other options. */
final class WorkedOut {

    private static final String OPTIONS = "options";

    private WorkedOut() {}

    /** Empty when the rules of then are not known here any longer, or what was kept cannot be read. */
    static Optional<Worked> under(DraftOptions draft, Kept kept, JsonMapper json) {
        return RuleSet.find(kept.ruleSet()).flatMap(rules -> {
            try {
                return Optional.of(under(draft, kept, rules, json));
            } catch (JacksonException | IllegalArgumentException | NullPointerException | ClassCastException damaged) {
                return Optional.empty();
            }
        });
    }

    private static Worked under(DraftOptions draft, Kept kept, RuleSet rules, JsonMapper json) {
        JsonNode answer = json.readTree(kept.answer());
        Question question = json.readValue(kept.request(), Question.class);
        StoredFacts facts = json.treeToValue(with(draft, kept, json), StoredFacts.class);
        Decision decision = MayWePost.decide(question, facts.facts(), rules);
        return new Worked(
                kept.id(),
                kept.askedAt(),
                new Said(
                        Verdict.valueOf(answer.path("verdict").asString()),
                        answer.path("sentence").asString()),
                new Said(decision.verdict(), decision.sentence()),
                !found(answer).equals(found(decision)));
    }

    /** Changes the options alone: whatever else was read then stays as it was kept. */
    private static JsonNode with(DraftOptions draft, Kept kept, JsonMapper json) {
        ObjectNode facts = (ObjectNode) json.readTree(kept.facts());
        Map<String, String> stored = new TreeMap<>();
        facts.path(OPTIONS)
                .properties()
                .forEach(option -> stored.put(option.getKey(), option.getValue().asString()));
        facts.set(OPTIONS, json.valueToTree(draft.over(stored)));
        return facts;
    }

    private static Map<String, String> found(JsonNode answer) {
        Map<String, String> found = new LinkedHashMap<>();
        answer.path("rules")
                .forEach(rule -> found.put(
                        rule.path("rule").asString(), rule.path("result").asString()));
        return found;
    }

    private static Map<String, String> found(Decision decision) {
        Map<String, String> found = new LinkedHashMap<>();
        for (RuleEntry rule : decision.rules()) {
            found.put(rule.rule(), rule.result().name());
        }
        return found;
    }
}
