package org.clearpost.identity.seam;

import java.util.UUID;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.model.NewGroup;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What login and tokens need of the directory; implemented by the package {@code directory}.
 *
 * <p>All calls run inside a tenant transaction the caller has opened ({@code within} a caller's group or {@code asSystem}).
 */
public interface Directory {

    /**
     * The person as of now, read from the rows and never from a cache; empty when the group has no such person. Posts
     * are those held today.
     */
    Mono<Holder> findHolder(UUID group, UUID person);

    /**
     * The same, and until this transaction ends nobody else changes the people of the group: what login writes about
     * somebody cannot cross their being disabled.
     */
    Mono<Holder> holdStill(UUID group, UUID person);

    /** Outdates every token made for the person up to now, and tells the rest of the platform. */
    Mono<Void> outdateTokens(UUID group, UUID person);

    /**
     * Writes the group, its first setting and its first admin (person and post), with their audit entries and outbox
     * events. Refuses the same fields an ordinary creation would refuse, with pointers as in the set-up body
     * ({@code /group/name}, {@code /setting/officialName}, {@code /setting/type}, {@code /setting/nation},
     * {@code /setting/emailDomains}, {@code /admin/name}, {@code /admin/email}). Does not call {@link Logins}: set-up
     * writes the first login itself.
     */
    Mono<Void> createFirst(NewGroup group);

    /** The group's open settings: an API client may be given these and no others. */
    Flux<UUID> openSettings(UUID group);
}
