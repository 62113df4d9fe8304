package org.clearpost.media.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision rests on besides the question itself, as read in one transaction. Stored with the answer, so
 * that the answer can be worked out again.
 *
 * @param others the setting's other live accounts that the author may post on
 * @param people the people of the question that are known at the account's setting
 * @param silent what could not be asked lately
 * @param picture the cleaned picture the question names; none when it is not there, or no longer
 */
public record Facts(
        AccountFacts account,
        boolean settingOpen,
        List<AccountFacts> others,
        Map<SubjectId, PersonFacts> people,
        Options options,
        Set<Source> silent,
        Wording wording,
        @Nullable PictureFacts picture) {

    public Facts {
        others = List.copyOf(others);
        people = Map.copyOf(people);
        silent = Set.copyOf(silent);
    }

    public Facts(
            AccountFacts account,
            boolean settingOpen,
            List<AccountFacts> others,
            Map<SubjectId, PersonFacts> people,
            Options options,
            Set<Source> silent) {
        this(account, settingOpen, others, people, options, silent, Wording.NOT_CHOSEN, null);
    }

    /** The account a question is about: the one asked, or another that a remedy proposes. */
    AccountFacts account(AccountId id) {
        if (account.id().equals(id)) {
            return account;
        }
        return others.stream()
                .filter(other -> other.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No account " + id + " among the facts"));
    }

    @Nullable PersonFacts person(SubjectId id) {
        return people.get(id);
    }
}
