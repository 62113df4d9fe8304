package org.clearpost.media.deciding;

import java.util.concurrent.RejectedExecutionException;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleSet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Works an answer out by the rules of now. A big question is worked out beside the threads that serve requests, and
 * refused when too many wait.
 */
@Component
class Decide {

    /** Names times letters: a class and a long caption; beyond it an answer takes more than a moment. */
    private static final long QUICK = 50_000;

    private final Scheduler deciding;

    Decide(Scheduler decidingThreads) {
        this.deciding = decidingThreads;
    }

    Mono<Decision> now(Question question, Facts facts) {
        Mono<Decision> decision = Mono.fromSupplier(() -> MayWePost.decide(question, facts, RuleSet.CURRENT));
        return question.weight() <= QUICK ? decision : aside(decision);
    }

    /** Beside the threads that serve requests. */
    <T> Mono<T> aside(Mono<T> work) {
        return work.subscribeOn(deciding)
                .onErrorMap(RejectedExecutionException.class, busy -> new RefusedException(KitProblem.TOO_MANY));
    }
}
