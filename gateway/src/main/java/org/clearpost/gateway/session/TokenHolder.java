package org.clearpost.gateway.session;

import reactor.core.publisher.Mono;

/** A caller on whose behalf services can be called: somebody signed in, or an API client. */
public interface TokenHolder {

    /** The exchange attribute under which the caller of a request is found. */
    String ATTRIBUTE = TokenHolder.class.getName();

    /**
     * A token that this service alone accepts.
     *
     * <p>Fails with {@link AccessEndedException} when identity no longer vouches for the caller, and with a 503 refusal
     * when identity could not be asked.
     */
    Mono<String> tokenFor(String audience);

    /** Forgets a token the service called outdated, so that the next one is exchanged anew. */
    void forget(String audience, String token);

    /** Ends what the gateway holds for this caller. */
    void end();

    /** What requests are counted under; says nothing about the person. */
    String limitKey();

    /** The same for every session or token of one person or client. */
    String owner();
}
