package org.clearpost.media.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Works a stored answer out again by the rules that gave it, from the facts they read, and compares it to the byte. */
final class Replay {

    private static final int MOST_NAMED = 50;

    /** Where something does not agree, and what. Facts are named but never quoted: they hold what not everybody may see. */
    record Mismatch(Part part, String where, String sentence) {}

    /** What of a decision does not agree. */
    enum Part {
        RULES,
        QUESTION,
        FACTS,
        ROWS,
        ANSWER
    }

    record Outcome(@Nullable String recomputed, List<Mismatch> mismatches) {}

    private final JsonMapper json;

    private final Function<String, Optional<RuleSet>> rules;

    Replay(JsonMapper json, Function<String, Optional<RuleSet>> rules) {
        this.json = json;
        this.rules = rules;
    }

    Outcome run(StoredDecision stored) {
        List<Mismatch> found = new ArrayList<>(seals(stored));
        RuleSet then = rules.apply(stored.ruleSet()).orElse(null);
        if (then == null) {
            found.add(new Mismatch(
                    Part.RULES, "/ruleSet", "The rules of version " + stored.ruleSet() + " are not known here."));
            return new Outcome(null, found);
        }
        String again;
        try {
            Question question = json.readValue(stored.request(), Question.class);
            Facts facts = json.readValue(stored.facts(), StoredFacts.class).facts();
            Decision decision = MayWePost.decide(question, facts, then);
            again = json.writeValueAsString(DecisionView.of(
                    stored.id(), facts.account(), stored.askedAt(), question.plannedFor(), question, then, decision));
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            found.add(new Mismatch(Part.FACTS, "", "The question or the facts can no longer be read."));
            return new Outcome(null, found);
        }
        if (!again.equals(stored.answer())) {
            differences(stored.answer(), again, found);
        }
        return new Outcome(again, found);
    }

    private static List<Mismatch> seals(StoredDecision stored) {
        if (stored.digests() == null) {
            return List.of();
        }
        Digests then = Digests.read(stored.digests());
        Digests now = Digests.of(stored.request(), stored.facts(), stored.answer());
        List<Mismatch> broken = new ArrayList<>();
        if (!then.request().equals(now.request())) {
            broken.add(new Mismatch(Part.QUESTION, "", "The question was changed after it was answered."));
        }
        if (!then.facts().equals(now.facts())) {
            broken.add(new Mismatch(Part.FACTS, "", "The facts were changed after the answer was given."));
        }
        if (!then.answer().equals(now.answer())) {
            broken.add(new Mismatch(Part.ANSWER, "", "The answer was changed after it was given."));
        }
        return broken;
    }

    private void differences(String kept, String again, List<Mismatch> found) {
        int before = found.size();
        try {
            compare("", json.readTree(kept), json.readTree(again), found);
        } catch (JacksonException unreadable) {
            found.add(new Mismatch(Part.ANSWER, "", "The answer that was kept can no longer be read."));
        }
        if (found.size() == before) {
            found.add(new Mismatch(Part.ANSWER, "", "The answer that was kept is written differently."));
        }
    }

    private static void compare(String at, JsonNode kept, JsonNode again, List<Mismatch> found) {
        if (kept.equals(again) || found.size() >= MOST_NAMED) {
            return;
        }
        if (kept.isObject() && again.isObject()) {
            TreeSet<String> names = new TreeSet<>(kept.propertyNames());
            names.addAll(again.propertyNames());
            names.forEach(name -> compare(at + "/" + name, kept.path(name), again.path(name), found));
        } else if (kept.isArray() && again.isArray() && kept.size() == again.size()) {
            for (int i = 0; i < kept.size(); i++) {
                compare(at + "/" + i, kept.get(i), again.get(i), found);
            }
        } else {
            found.add(new Mismatch(
                    Part.ANSWER, at, "Kept: %s. Worked out again: %s.".formatted(words(kept), words(again))));
        }
    }

    private static String words(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "nothing";
        }
        if (value.isArray()) {
            return value.size() + " entries";
        }
        String text = value.isString() ? value.asString() : value.toString();
        return "\"" + (text.length() <= 120 ? text : text.substring(0, 120) + "…") + "\"";
    }
}
