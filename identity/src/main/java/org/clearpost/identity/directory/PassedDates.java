package org.clearpost.identity.directory;

import java.time.Duration;
import java.util.UUID;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Once a minute, tells of posts that began or ended because a day has passed.
 *
 * <p>Tokens never depend on it: they carry the posts of the day they are made. It outdates older tokens and tells the
 * readers of the feed. Any number of instances may look at once; the row lock leaves each post to one of them.
 */
@Component
class PassedDates {

    private static final Logger log = LoggerFactory.getLogger(PassedDates.class);
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final TenantTransaction transaction;
    private final GroupRepository groups;
    private final PostRepository posts;
    private final DirectoryEvents events;
    private final AuditLog audit;
    private final Today today;

    PassedDates(
            TenantTransaction transaction,
            GroupRepository groups,
            PostRepository posts,
            DirectoryEvents events,
            AuditLog audit,
            Today today) {
        this.transaction = transaction;
        this.groups = groups;
        this.posts = posts;
        this.events = events;
        this.audit = audit;
        this.today = today;
    }

    @Scheduled(fixedDelayString = "${clearpost.directory.look-at-dates-every:PT1M}", initialDelayString = "PT5S")
    void look() {
        try {
            tellAll().block(LONGEST);
        } catch (RuntimeException failure) {
            log.warn("Dates of posts could not be looked at, next try in a minute: {}", failure.toString());
        }
    }

    Mono<Void> tellAll() {
        return transaction
                .across(posts.groupsWithPassedDates(today.date()).collectList())
                .flatMapMany(Flux::fromIterable)
                .concatMap(group -> transaction.asSystem(group, tell(group).thenReturn(group)))
                .then();
    }

    private Mono<Void> tell(UUID group) {
        return groups.lock(group).then(posts.notePassedDates(today.date())).flatMap(people -> Flux.fromIterable(people)
                .map(PersonId::value)
                .concatMap(person -> audit.recordSystem(group, "person.posts-changed-by-date", "person", person, null))
                .then(events.tokensOutdated(group, people)));
    }
}
