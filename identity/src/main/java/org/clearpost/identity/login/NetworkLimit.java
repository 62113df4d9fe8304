package org.clearpost.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How often something may go wrong from one network: 30 times in 15 minutes.
 *
 * <p>Only what went wrong counts, because a whole school shares an address on Monday morning. Kept in memory of each
 * instance: the locks per e-mail address are the ones that hold everywhere.
 */
@Component
public class NetworkLimit {

    static final int ALLOWED = 30;

    private static final int ADDRESSES_AT_MOST = 100_000;

    private final Cache<String, AtomicInteger> wrong = Caffeine.newBuilder()
            .maximumSize(ADDRESSES_AT_MOST)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    public boolean allows(String address) {
        AtomicInteger count = wrong.getIfPresent(Network.of(address));
        return count == null || count.get() < ALLOWED;
    }

    public void wrong(String address) {
        wrong.get(Network.of(address), any -> new AtomicInteger()).incrementAndGet();
    }
}
