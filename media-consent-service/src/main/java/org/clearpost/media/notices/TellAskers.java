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
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells whoever asked in the last {@value #DAYS} days, and has not posted yet, that the answer has changed. Only when
 * the answer they may see reads differently: a hold on somebody who was refused anyway tells nobody anything.
 *
 * <p>Of people: call it inside the transaction of the change, after the change is written.
 */
@Component
public final class TellAskers {

    static final int DAYS = 14;

    /** An answer more is asked again by its asker before it is used; a change never waits for an endless list. */
    private static final int MOST = 200;

    private final AskAgain again;
    private final PeopleFacts people;
    private final NoticeRepository notices;

    TellAskers(AskAgain again, PeopleFacts people, NoticeRepository notices) {
        this.again = again;
        this.people = people;
        this.notices = notices;
    }

    public Mono<Void> ofChange(UUID group, List<SubjectId> subjects, Instant now) {
        return again.openAbout(subjects, since(now), MOST)
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
                    return person != null && again.wouldDiffer(about.decision(), person);
                })
                .concatMap(about -> tell(group, about.decision(), now))
                .then();
    }

    /** Of a change at a setting of what answers rest on besides people. Call it after that change is committed. */
    Mono<Void> ofGround(UUID group, UUID setting, Instant now) {
        return again.openAt(setting, since(now), MOST)
                .collectList()
                .flatMapIterable(open -> open)
                .filterWhen(again::wouldDiffer, 1)
                .concatMap(open -> tell(group, open.decision(), now))
                .then();
    }

    /** Tells whoever put a post out that it has to come down. */
    public Mono<Void> ofTakedown(UUID group, UUID person, UUID decision, UUID takedown, Instant now) {
        return notices.add(group, Ids.next(), person, NoticeKind.TAKE_DOWN, decision, takedown, now);
    }

    private Mono<Void> tell(UUID group, StoredDecision decision, Instant now) {
        return notices.add(group, Ids.next(), decision.askedBy(), NoticeKind.ANSWER_CHANGED, decision.id(), null, now);
    }

    private static Instant since(Instant now) {
        return now.minus(Duration.ofDays(DAYS));
    }
}
