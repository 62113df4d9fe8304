package org.clearpost.media.takedowns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.media.facts.PeopleFacts;
import org.clearpost.media.model.Clearance;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.notices.TellAskers;
import org.clearpost.media.takedowns.TakedownRepository.InPost;
import org.clearpost.media.takedowns.TakedownRepository.Opened;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens a takedown for every published post with a person in it who may no longer be shown there, and tells whoever
 * relies on an answer that has changed.
 *
 * <p>Call it inside the transaction that makes the person less clear, after the change is written and while the lock on
 * the person is held: "I posted it" holds a lock on the same row, so that it either sees the change or is seen here. It
 * looks at what now holds, so a call too many opens nothing.
 */
@Component
public final class OpenTakedowns {

    /** "Withdrawal → takedown 24 h by default"; there is no option of a policy for it. */
    static final Duration DUE = Duration.ofHours(24);

    private final TakedownRepository takedowns;
    private final PeopleFacts people;
    private final TellAskers askers;
    private final AuditLog audit;
    private final Outbox outbox;

    OpenTakedowns(TakedownRepository takedowns, PeopleFacts people, TellAskers askers, AuditLog audit, Outbox outbox) {
        this.takedowns = takedowns;
        this.people = people;
        this.askers = askers;
        this.audit = audit;
        this.outbox = outbox;
    }

    public Mono<Void> forSubject(UUID group, SubjectId subject, Reason reason, Instant now) {
        return forSubjects(group, List.of(subject), reason, now);
    }

    /** For several people at once, whose locks are all held. */
    public Mono<Void> forSubjects(UUID group, Collection<SubjectId> subjects, Reason reason, Instant now) {
        List<SubjectId> each = List.copyOf(Set.copyOf(subjects));
        if (each.isEmpty()) {
            return Mono.empty();
        }
        return takedowns
                .postsShowing(each)
                .collectList()
                .flatMap(posts -> posts.isEmpty()
                        ? Mono.<Void>empty()
                        : people.readAll(each)
                                .collectMap(PersonFacts::id)
                                .flatMap(known ->
                                        open(group, Cause.NOT_CLEARED, blocked(posts, known, reason, now), now)))
                .then(askers.ofChange(group, each, now));
    }

    /** For a post as a whole, such as one that was put out without being cleared; {@code people} are those not cleared. */
    public Mono<Void> forPost(UUID group, UUID item, Cause cause, Collection<SubjectId> people, Instant now) {
        return takedowns.post(item).flatMap(post -> open(group, cause, Map.of(post, List.copyOf(people)), now));
    }

    private static Map<InPost, List<SubjectId>> blocked(
            List<InPost> posts, Map<SubjectId, PersonFacts> known, Reason reason, Instant now) {
        Map<InPost, List<SubjectId>> blocked = new LinkedHashMap<>();
        for (InPost post : posts) {
            PersonFacts person = known.get(post.shown());
            boolean mayStay = reason != Reason.ENDED
                    && person != null
                    && person.clearance(post.use(), now) == Clearance.CLEARED
                    && (!post.fullName() || person.allowsFullName(now));
            if (!mayStay) {
                blocked.computeIfAbsent(post.post(), any -> new ArrayList<>()).add(post.shown());
            }
        }
        return blocked;
    }

    private Mono<Void> open(UUID group, Cause cause, Map<InPost, List<SubjectId>> posts, Instant now) {
        if (posts.isEmpty()) {
            return Mono.empty();
        }
        return takedowns
                .open(group, cause, posts.keySet(), now, now.plus(DUE))
                .collectList()
                .flatMap(opened -> takedowns
                        .name(group, posts)
                        .thenMany(Flux.fromIterable(opened))
                        .concatMap(each -> tell(group, each, now))
                        .then());
    }

    private Mono<Void> tell(UUID group, Opened opened, Instant now) {
        return audit.recordSystem(group, "takedown.opened", "takedown", opened.id(), opened.setting())
                .then(outbox.append(
                        group,
                        "org.clearpost.media.TakedownOpened",
                        opened.id(),
                        Map.of(
                                "takedownId", opened.id(),
                                "settingId", opened.setting(),
                                "itemId", opened.item())))
                .then(askers.ofTakedown(group, opened.postedBy(), opened.decision(), opened.id(), now));
    }
}
