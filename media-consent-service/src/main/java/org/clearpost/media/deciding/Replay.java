package org.clearpost.media.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.Result;
import org.clearpost.media.model.RuleEntry;
import org.clearpost.media.model.RuleSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works a stored answer out again by the rules that gave it, from the rows they read as far as those are told by journals
 * and from the sealed facts beyond, and compares it to the byte.
 */
final class Replay {

    private static final int MOST_NAMED = 50;
    private static final String UNREADABLE = "The question or the facts can no longer be read.";

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

    /** What an answer rests on. */
    enum Fact {
        PEOPLE,
        ACCOUNTS,
        OPTIONS,
        WORDING,
        NAMES,
        SETTING,
        PICTURE
    }

    /** Whether a fact was read again from rows, or taken as it was sealed with the answer. */
    enum From {
        ROWS,
        SEALED
    }

    record Basis(Fact fact, From from, String sentence) {}

    /** What was asked and what was read, as they were kept. */
    record Kept(Question question, Facts facts) {}

    /**
     * What came out.
     *
     * @param basis what each part of the facts was taken from
     * @param notChecked the rules that the answer itself lists as not checked: they were worked out by nobody
     */
    record Outcome(
            @Nullable String recomputed, List<Mismatch> mismatches, List<Basis> basis, List<String> notChecked) {}

    private final JsonMapper json;

    private final Function<String, Optional<RuleSet>> rules;

    Replay(JsonMapper json, Function<String, Optional<RuleSet>> rules) {
        this.json = json;
        this.rules = rules;
    }

    /** Empty when what was kept can no longer be read. */
    Optional<Kept> read(StoredDecision stored) {
        try {
            Facts facts = json.readValue(stored.facts(), StoredFacts.class).facts();
            Stream.concat(Stream.of(facts.account()), facts.others().stream())
                    .forEach(account -> Objects.requireNonNull(account.id().value()));
            return Optional.of(new Kept(json.readValue(stored.request(), Question.class), facts));
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    Outcome run(StoredDecision stored, Past past) {
        List<Mismatch> found = new ArrayList<>(seals(stored));
        List<Basis> basis = new ArrayList<>();
        List<String> notChecked = new ArrayList<>();
        String again = null;
        try {
            again = again(stored, past, found, basis, notChecked);
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            found.add(new Mismatch(Part.FACTS, "", UNREADABLE));
        }
        if (again != null && !again.equals(stored.answer())) {
            differences(stored.answer(), again, found);
        }
        return new Outcome(again, found, basis, notChecked);
    }

    private @Nullable String again(
            StoredDecision stored, Past past, List<Mismatch> found, List<Basis> basis, List<String> notChecked) {
        Kept kept = read(stored).orElse(null);
        if (kept == null) {
            found.add(new Mismatch(Part.FACTS, "", UNREADABLE));
            return null;
        }
        Rebuilt rebuilt = new Rebuilt(stored, kept.question(), kept.facts(), past);
        found.addAll(rebuilt.mismatches());
        basis.addAll(rebuilt.basis());
        RuleSet then = rules.apply(stored.ruleSet()).orElse(null);
        if (then == null) {
            found.add(new Mismatch(
                    Part.RULES, "/ruleSet", "The rules of version " + stored.ruleSet() + " are not known here."));
            return null;
        }
        Question question = kept.question();
        Decision decision = MayWePost.decide(question, rebuilt.facts(), then);
        decision.rules().stream()
                .filter(rule -> rule.result() == Result.NOT_CHECKED)
                .map(RuleEntry::rule)
                .forEach(notChecked::add);
        return json.writeValueAsString(DecisionView.of(
                stored.id(),
                rebuilt.facts().account(),
                stored.askedAt(),
                question.plannedFor(),
                question,
                then,
                decision));
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
        List<Mismatch> differing = new ArrayList<>();
        try {
            compare("", json.readTree(kept), json.readTree(again), differing);
        } catch (JacksonException unreadable) {
            differing.add(new Mismatch(Part.ANSWER, "", "The answer that was kept can no longer be read."));
        }
        if (differing.isEmpty()) {
            differing.add(new Mismatch(Part.ANSWER, "", "The answer that was kept is written differently."));
        }
        found.addAll(differing);
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
