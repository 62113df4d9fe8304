package org.clearpost.media.pictures;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.pictures.model.PictureProblem;
import reactor.core.publisher.Mono;

/**
 * Few pictures are held in memory at once, and only one of each person: somebody with a whole album keeps nobody else
 * waiting.
 */
final class PlacesInHand {

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<UUID> people = ConcurrentHashMap.newKeySet();

    PlacesInHand(int most) {
        this.most = most;
    }

    <T> Mono<T> during(UUID person, Mono<T> work) {
        return Mono.defer(() -> {
            if (!people.add(person)) {
                return Mono.error(new RefusedException(PictureProblem.ONE_AT_A_TIME));
            }
            if (taken.incrementAndGet() > most) {
                leave(person);
                return Mono.error(new RefusedException(PictureProblem.BUSY));
            }
            return work.doFinally(end -> leave(person));
        });
    }

    /** Once, whichever way it ended. */
    private void leave(UUID person) {
        taken.decrementAndGet();
        people.remove(person);
    }
}
