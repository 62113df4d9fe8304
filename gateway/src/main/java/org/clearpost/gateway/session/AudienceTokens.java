package org.clearpost.gateway.session;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * The tokens of one caller, one per called service.
 *
 * <p>Each is kept until ten seconds before its end. However many calls need a new one at the same moment, identity is
 * asked once.
 */
final class AudienceTokens {

    private final ConcurrentHashMap<String, AccessToken> held = new ConcurrentHashMap<>();
    private final SharedCalls<AccessToken> exchanges = new SharedCalls<>();
    private final Function<String, Mono<AccessToken>> exchange;
    private final Clock clock;

    AudienceTokens(Function<String, Mono<AccessToken>> exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    Mono<String> tokenFor(String audience) {
        AccessToken known = held.get(audience);
        if (known != null && known.usableAt(clock.instant())) {
            return Mono.just(known.value());
        }
        return exchanges
                .share(audience, () -> exchange.apply(audience).doOnNext(fresh -> held.put(audience, fresh)))
                .map(AccessToken::value);
    }

    /** Only if it is still the one held: of several callers told so at once, one exchange serves them all. */
    void forget(String audience, String token) {
        held.computeIfPresent(audience, (key, known) -> known.value().equals(token) ? null : known);
    }
}
