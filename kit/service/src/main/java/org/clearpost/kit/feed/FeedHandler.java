package org.clearpost.kit.feed;

import reactor.core.publisher.Mono;

/** Applies one event inside the transaction of the event's group. A repeat must leave things as the first time did. */
@FunctionalInterface
public interface FeedHandler {

    Mono<Void> apply(FeedEvent event);
}
