package org.clearpost.media.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearpost.media.model.Remedy.Edit;

/** What is said to each question about the same facts. Many edits lead to the same question: it is asked once. */
final class Answers {

    private final Facts facts;
    private final RuleSet rules;
    private final Reading reading = new Reading();
    private final Scans scans;
    private final Map<Question, Decision> known = new HashMap<>();

    Answers(Facts facts, RuleSet rules) {
        this.facts = facts;
        this.rules = rules;
        this.scans = new Scans(facts.wording());
    }

    Facts facts() {
        return facts;
    }

    Decision to(Question question) {
        Decision decision = known.get(question);
        if (decision == null) {
            decision = MayWePost.decide(question, facts, rules, reading, scans);
            known.put(question, decision);
        }
        return decision;
    }

    static List<Edit> edits(Decision decision) {
        return decision.remedies().stream()
                .filter(Edit.class::isInstance)
                .map(Edit.class::cast)
                .toList();
    }

    static List<String> failing(Decision decision) {
        return decision.rules().stream()
                .filter(entry -> entry.result() == Result.FAIL)
                .map(RuleEntry::rule)
                .toList();
    }
}
