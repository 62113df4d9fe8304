package org.clearpost.kit.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How long ago each feed last answered with all its news applied. A read model counts as connected for 30 seconds after
 * that; beyond, nothing that must be fresh may be decided from it.
 */
public final class FeedAges {

    public static final Duration CONNECTED_FOR = Duration.ofSeconds(30);

    private final Map<String, Instant> answered = new ConcurrentHashMap<>();
    private final Clock clock;

    public FeedAges(Clock clock) {
        this.clock = clock;
    }

    /** Notes a poll that was answered at {@code at} and whose events have all been applied since. */
    void answered(String subscription, Instant at) {
        answered.put(subscription, at);
    }

    /** Time since the feed last answered, or nothing when it never has. */
    public @Nullable Duration age(String subscription) {
        Instant last = answered.get(subscription);
        return last == null ? null : Duration.between(last, clock.instant());
    }

    public boolean connected(String subscription) {
        Duration age = age(subscription);
        return age != null && !age.isNegative() && age.compareTo(CONNECTED_FOR) < 0;
    }
}
