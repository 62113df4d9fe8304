package org.clearpost.media.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rule of publishing. It is silent where its subject is not present in the post. */
interface Rule {

    String id();

    String title();

    Optional<Finding> find(Situation situation);

    /**
     * @param failing the people the rule fails for, or only {@link #WHOLE} when it fails for the post as a whole; empty
     *     unless the result is FAIL
     */
    record Finding(
            Result result,
            String sentence,
            @Nullable Because because,
            Set<String> failing,
            List<Remedy.Errand> errands) {

        static final String WHOLE = "";

        static Finding pass(String sentence) {
            return pass(sentence, null);
        }

        static Finding pass(String sentence, @Nullable Because because) {
            return new Finding(Result.PASS, sentence, because, Set.of(), List.of());
        }

        static Finding fail(String sentence, @Nullable Because because) {
            return fail(sentence, because, Set.of(WHOLE));
        }

        static Finding fail(String sentence, @Nullable Because because, Set<String> failing) {
            return new Finding(Result.FAIL, sentence, because, failing, List.of());
        }

        static Finding open(Result result, String sentence, @Nullable Because because, Remedy.Errand errand) {
            return open(result, sentence, because, List.of(errand));
        }

        static Finding open(Result result, String sentence, @Nullable Because because, List<Remedy.Errand> errands) {
            return new Finding(result, sentence, because, Set.of(), List.copyOf(errands));
        }
    }
}
