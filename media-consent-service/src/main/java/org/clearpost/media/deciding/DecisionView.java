package org.clearpost.media.deciding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.Because;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.Outcome;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.Remedy;
import org.clearpost.media.model.Result;
import org.clearpost.media.model.RuleSet;
import org.clearpost.media.model.Verdict;
import org.jspecify.annotations.Nullable;

/** A decision as it is answered, kept, and shown again. */
record DecisionView(
        UUID id,
        Verdict verdict,
        String sentence,
        UUID settingId,
        AccountRef account,
        Instant askedAt,
        Instant checkedAt,
        Instant plannedFor,
        String ruleSet,
        List<PersonView> people,
        List<RuleView> rules,
        List<RemedyView> remedies) {

    record AccountRef(UUID id, String name, Platform platform) {}

    record PersonView(
            UUID subjectId, @Nullable String name, Outcome outcome, @Nullable String showAs, String sentence) {}

    record RuleView(String rule, String title, Result result, String sentence, @Nullable Because because) {}

    /** Whether a remedy changes the post or sends somebody on an errand. */
    enum RemedyKind {
        EDIT,
        ERRAND
    }

    /** @param text what an edit changes in the words; absent when it leaves them as they are */
    record RemedyView(
            RemedyKind kind,
            String action,
            @Nullable UUID subjectId,
            @Nullable UUID accountId,
            String sentence,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TextChange text) {

        static RemedyView of(Remedy remedy, @Nullable Question asked) {
            return switch (remedy) {
                case Remedy.Edit edit ->
                    new RemedyView(
                            RemedyKind.EDIT,
                            edit.action(),
                            edit.subject() == null ? null : edit.subject().value(),
                            edit.account() == null ? null : edit.account().value(),
                            edit.sentence(),
                            asked == null ? null : TextChange.between(asked, edit.result()));
                case Remedy.Errand errand ->
                    new RemedyView(RemedyKind.ERRAND, errand.action(), null, null, errand.sentence(), null);
            };
        }
    }

    /** As the answer to {@code question} reads under these rules: the first answers said nothing of changes in the words. */
    static DecisionView of(
            UUID id,
            AccountFacts account,
            Instant askedAt,
            Instant plannedFor,
            Question question,
            RuleSet rules,
            Decision decision) {
        Question asked = rules.tellsTextChanges() ? question : null;
        return new DecisionView(
                id,
                decision.verdict(),
                decision.sentence(),
                account.setting().value(),
                new AccountRef(account.id().value(), account.name(), account.platform()),
                askedAt,
                askedAt,
                plannedFor,
                rules.version(),
                decision.people().stream()
                        .map(person -> new PersonView(
                                person.subject().value(),
                                person.name(),
                                person.outcome(),
                                person.showAs(),
                                person.sentence()))
                        .toList(),
                decision.rules().stream()
                        .map(rule ->
                                new RuleView(rule.rule(), rule.title(), rule.result(), rule.sentence(), rule.because()))
                        .toList(),
                decision.remedies().stream()
                        .map(remedy -> RemedyView.of(remedy, asked))
                        .toList());
    }
}
