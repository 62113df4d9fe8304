package org.clearpost.gateway.session;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Everybody who is not signed in: services are called with the gateway's own token, which names nobody. */
@Component
public class Visitors implements TokenHolder {

    private final AudienceTokens tokens;

    Visitors(TokenEndpoint endpoint, Clock clock) {
        this.tokens = new AudienceTokens(endpoint::visitors, clock);
    }

    @Override
    public Mono<String> tokenFor(String audience) {
        return tokens.tokenFor(audience);
    }

    @Override
    public void forget(String audience, String token) {
        tokens.forget(audience, token);
    }

    @Override
    public void end() {
        // Nothing is held for a visitor.
    }

    @Override
    public String limitKey() {
        return "visitors";
    }

    @Override
    public String owner() {
        return limitKey();
    }
}
