package org.clearpost.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Somebody signed in at one browser.
 *
 * <p>Lives in the gateway's memory alone; the browser holds a random id. Ends after the idle time, after the absolute
 * time, on log-off, or when identity refuses the person.
 */
final class Session implements TokenHolder {

    private final String id;
    private final String person;
    private final Instant startedAt;
    private final TokenEndpoint endpoint;
    private final Clock clock;
    private final Consumer<Session> atEnd;
    private final AudienceTokens tokens;
    private final SharedCalls<AccessToken> refreshes = new SharedCalls<>();

    private volatile Instant lastUsedAt;
    private volatile AccessToken access;
    private volatile @Nullable String refreshToken;

    Session(
            String id,
            String person,
            AccessToken access,
            @Nullable String refreshToken,
            TokenEndpoint endpoint,
            Clock clock,
            Consumer<Session> atEnd) {
        this.id = id;
        this.person = person;
        this.access = access;
        this.refreshToken = refreshToken;
        this.endpoint = endpoint;
        this.clock = clock;
        this.atEnd = atEnd;
        this.startedAt = clock.instant();
        this.lastUsedAt = startedAt;
        this.tokens = new AudienceTokens(this::exchange, clock);
    }

    String id() {
        return id;
    }

    String person() {
        return person;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    void use(Instant now) {
        lastUsedAt = now;
    }

    /** Time left before log-off if nothing more is asked; zero or less when it is over. */
    Duration left(Instant now, Duration idle, Duration absolute) {
        Duration untilIdle = Duration.between(now, lastUsedAt.plus(idle));
        Duration untilEnd = Duration.between(now, startedAt.plus(absolute));
        return untilIdle.compareTo(untilEnd) < 0 ? untilIdle : untilEnd;
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
        atEnd.accept(this);
    }

    /** Ends the session here at once, then at identity if it can be told. */
    Mono<Void> logOff() {
        end();
        String ticket = refreshToken;
        return ticket == null ? Mono.empty() : endpoint.revoke(ticket);
    }

    @Override
    public String limitKey() {
        return "s:" + id;
    }

    @Override
    public String owner() {
        return "p:" + person;
    }

    private Mono<AccessToken> exchange(String audience) {
        AccessToken subject = access;
        return freshAccess().flatMap(usable -> endpoint.exchange(usable.value(), audience)
                // A token refused early (keys rotated, identity's clock ahead) is not yet a person refused.
                .onErrorResume(
                        AccessEndedException.class,
                        refused -> usable.equals(subject)
                                ? refresh().flatMap(next -> endpoint.exchange(next.value(), audience))
                                : Mono.error(refused)));
    }

    private Mono<AccessToken> freshAccess() {
        AccessToken known = access;
        return known.usableAt(clock.instant()) ? Mono.just(known) : refresh();
    }

    private Mono<AccessToken> refresh() {
        return refreshes.share("access", () -> {
            String ticket = refreshToken;
            if (ticket == null) {
                return Mono.error(new AccessEndedException("the login has run its time"));
            }
            return endpoint.refresh(ticket).map(next -> {
                if (next.refreshToken() != null) {
                    refreshToken = next.refreshToken();
                }
                access = next.access();
                return next.access();
            });
        });
    }
}
