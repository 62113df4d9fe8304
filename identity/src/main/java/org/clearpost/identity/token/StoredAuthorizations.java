package org.clearpost.identity.token;

import static org.clearpost.identity.token.Refusals.invalidGrant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.config.Await;
import org.clearpost.identity.config.IdentitySettings;
import org.clearpost.identity.login.SignedIn;
import org.clearpost.identity.token.SignInRepository.Kept;
import org.clearpost.identity.token.SignInRepository.SignIn;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Codes and refresh tokens, in the database and as digests only (ADR 0004).
 *
 * <p>A restart of identity signs nobody out, any instance can redeem what another gave, a code is redeemed by one of two
 * who try at once, and what has expired is forgotten within the hour. Only sign-ins of the gateway come here: exchanged
 * tokens and those of programs are kept nowhere.
 */
@Component
class StoredAuthorizations implements OAuth2AuthorizationService {

    private static final Logger LOG = LoggerFactory.getLogger(StoredAuthorizations.class);
    private static final Set<String> SCOPES = Set.of(OidcScopes.OPENID);
    private static final String CHALLENGE = "code_challenge";
    private static final String NONCE = "nonce";
    private static final String NOT_KEPT = "not-kept";

    private final SignInRepository signIns;
    private final Clients clients;
    private final TenantTransaction transaction;
    private final IdentitySettings settings;
    private final Clock clock;

    StoredAuthorizations(
            SignInRepository signIns,
            Clients clients,
            TenantTransaction transaction,
            IdentitySettings settings,
            Clock clock) {
        this.signIns = signIns;
        this.clients = clients;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        UUID id = UUID.fromString(authorization.getId());
        SignedIn person = person(authorization);
        Instant now = clock.instant();
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code =
                Objects.requireNonNull(authorization.getToken(OAuth2AuthorizationCode.class));
        OAuth2Authorization.Token<OAuth2RefreshToken> refreshToken = authorization.getRefreshToken();
        if (refreshToken == null && !code.isInvalidated()) {
            Await.answer(transaction.asSystem(person.group(), signIns.add(signIn(id, person, authorization, code))));
        } else if (refreshToken == null || refreshToken.isInvalidated()) {
            Await.answer(transaction.asSystem(person.group(), signIns.end(id, now)));
        } else {
            boolean held = Await.answer(
                            transaction.asSystem(person.group(), signIns.hold(id, kept(refreshToken.getToken()), now)))
                    .orElse(false);
            if (!held) {
                throw invalidGrant();
            }
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        Await.answer(transaction.asSystem(
                person(authorization).group(), signIns.end(UUID.fromString(authorization.getId()), clock.instant())));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return Await.answer(transaction.across(signIns.find(UUID.fromString(id))))
                .map(signIn -> authorization(signIn, NOT_KEPT, NOT_KEPT))
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String wanted = type == null ? "" : type.getValue();
        byte[] digest = digest(token);
        Optional<OAuth2Authorization> found = Optional.empty();
        if (wanted.isEmpty() || wanted.equals("code")) {
            found = Await.answer(transaction.across(signIns.findByCode(digest)))
                    .map(signIn -> authorization(signIn, token, NOT_KEPT));
        }
        if (found.isEmpty() && (wanted.isEmpty() || wanted.equals("refresh_token"))) {
            found = Await.answer(transaction.across(signIns.findByRefreshToken(digest)))
                    .map(signIn -> authorization(signIn, NOT_KEPT, token));
        }
        return found.orElse(null);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetExpired() {
        Instant now = clock.instant();
        try {
            Await.answer(transaction.across(signIns.groupsWithExpired(now).collectList())).orElse(List.of()).stream()
                    .map(group -> transaction.asSystem(group, signIns.forgetExpired(now)))
                    .forEach(Await::answer);
        } catch (RuntimeException e) {
            LOG.warn("Could not clear expired sign-ins", e);
        }
    }

    private static SignIn signIn(
            UUID id,
            SignedIn person,
            OAuth2Authorization authorization,
            OAuth2Authorization.Token<OAuth2AuthorizationCode> code) {
        OAuth2AuthorizationRequest request =
                Objects.requireNonNull(authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
        Map<String, Object> parameters = request.getAdditionalParameters();
        return new SignIn(
                id,
                person,
                Objects.requireNonNull(request.getRedirectUri()),
                String.valueOf(parameters.get(CHALLENGE)),
                parameters.get(NONCE) instanceof String nonce ? nonce : null,
                kept(code.getToken()),
                null,
                null,
                null);
    }

    private OAuth2Authorization authorization(SignIn signIn, String code, String refresh) {
        RegisteredClient gateway = Objects.requireNonNull(clients.findByClientId(TokenIssuer.GATEWAY));
        boolean ended = signIn.endedAt() != null;
        var principal = UsernamePasswordAuthenticationToken.authenticated(signIn.person(), null, List.of());
        OAuth2Authorization.Builder authorization = OAuth2Authorization.withRegisteredClient(gateway)
                .id(signIn.id().toString())
                .principalName(principal.getName())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(SCOPES)
                .attribute(Principal.class.getName(), principal)
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(signIn))
                .token(
                        new OAuth2AuthorizationCode(
                                code, signIn.code().issuedAt(), signIn.code().expiresAt()),
                        about -> invalidated(about, ended || signIn.codeUsedAt() != null));
        Kept refreshToken = signIn.refreshToken();
        if (refreshToken != null) {
            authorization
                    .token(
                            new OAuth2RefreshToken(refresh, refreshToken.issuedAt(), refreshToken.expiresAt()),
                            about -> invalidated(about, ended))
                    .token(
                            idToken(signIn, refreshToken),
                            about -> about.put(
                                    OAuth2Authorization.Token.CLAIMS_METADATA_NAME,
                                    Map.of("sub", principal.getName())));
        }
        return authorization.build();
    }

    /** Spring wants the ID token of last time when it makes the next; nothing of it is used. */
    private static OidcIdToken idToken(SignIn signIn, Kept refreshToken) {
        return new OidcIdToken(
                NOT_KEPT,
                refreshToken.issuedAt(),
                refreshToken.expiresAt(),
                Map.of("sub", signIn.person().getName()));
    }

    private OAuth2AuthorizationRequest request(SignIn signIn) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(CHALLENGE, signIn.codeChallenge());
        parameters.put("code_challenge_method", "S256");
        String nonce = signIn.nonce();
        if (nonce != null) {
            parameters.put(NONCE, nonce);
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(settings.issuer() + "/oauth2/authorize")
                .clientId(TokenIssuer.GATEWAY)
                .redirectUri(signIn.redirectUri())
                .scopes(SCOPES)
                .additionalParameters(parameters)
                .build();
    }

    private static void invalidated(Map<String, Object> metadata, boolean invalidated) {
        metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, invalidated);
    }

    private static SignedIn person(OAuth2Authorization authorization) {
        if (authorization.getAttribute(Principal.class.getName())
                        instanceof UsernamePasswordAuthenticationToken principal
                && principal.getPrincipal() instanceof SignedIn person) {
            return person;
        }
        throw new IllegalStateException("Only people sign in by code.");
    }

    private static Kept kept(OAuth2Token token) {
        return new Kept(
                digest(token.getTokenValue()),
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt()));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
