package org.clearpost.media.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.clearpost.media.deciding.AskAgain;
import org.clearpost.media.deciding.AskAgain.About;
import org.clearpost.media.deciding.StoredDecision;
import org.clearpost.media.facts.PeopleFacts;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.SubjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells whoever asked in the last {@value #DAYS} days, and has not posted yet, that the answer has changed. Only when
 * the answer they may see reads differently: a hold on somebody who was refused anyway tells nobody anything.
 *
 * <p>Call it inside the transaction of the change, after the change is written.
 */
@Component
public final class TellAskers {

    static final int DAYS = 14;

    /** An answer more is asked again by its asker before it is used; a change never waits for an endless list. */
    private static final int MOST = 200;

    private static final Logger log = LoggerFactory.getLogger(TellAskers.class);

    private final AskAgain again;
    private final PeopleFacts people;
    private final NoticeRepository notices;

    TellAskers(AskAgain again, PeopleFacts people, NoticeRepository notices) {
        this.again = again;
        this.people = people;
        this.notices = notices;
    }

    public Mono<Void> ofChange(UUID group, List<SubjectId> subjects, Instant now) {
        return again.openAbout(subjects, now.minus(Duration.ofDays(DAYS)), MOST)
                .collectList()
                .flatMap(open -> open.isEmpty()
                        ? Mono.empty()
                        : people.readAll(open.stream()
                                        .map(About::subject)
                                        .distinct()
                                        .toList())
                                .collectMap(PersonFacts::id)
                                .flatMap(known -> tell(group, open, known, now)));
    }

    private Mono<Void> tell(UUID group, List<About> open, Map<SubjectId, PersonFacts> known, Instant now) {
        return Flux.fromIterable(open)
                .filter(about -> {
                    PersonFacts person = known.get(about.subject());
                    return person != null && differs(about.decision(), person);
                })
                .map(About::decision)
                .concatMap(decision -> notices.add(
                        group, Ids.next(), decision.askedBy(), NoticeKind.ANSWER_CHANGED, decision.id(), null, now))
                .then();
    }

    /** Tells whoever put a post out that it has to come down. */
    public Mono<Void> ofTakedown(UUID group, UUID person, UUID decision, UUID takedown, Instant now) {
        return notices.add(group, Ids.next(), person, NoticeKind.TAKE_DOWN, decision, takedown, now);
    }

    /** Nothing about an old answer may stand in the way of a withdrawal: one that cannot be read counts as changed. */
    private boolean differs(StoredDecision stored, PersonFacts person) {
        try {
            return again.wouldDiffer(stored, person);
        } catch (RuntimeException unreadable) {
            log.warn("Decision {} cannot be worked out again: {}", stored.id(), unreadable.getClass());
            return true;
        }
    }
}
