package org.clearpost.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearpost.gateway.StubService.Answer;
import org.clearpost.gateway.StubService.Asked;
import org.jspecify.annotations.Nullable;

/** Identity as far as the gateway sees it: authorize, token and jwks over real HTTP, with keys of its own. */
final class FakeIdentity {

    final StubService http;
    final ECKey elliptic;
    final RSAKey rsa;
    final ECKey stranger;

    /** Who is signed in at identity when a login arrives. */
    volatile String person = "0190a000-0000-7000-8000-000000000001";

    volatile int lifetime = 120;
    volatile boolean unreachable;
    volatile long exchangeMillis;
    final Set<String> disabled = ConcurrentHashMap.newKeySet();
    final AtomicInteger exchanges = new AtomicInteger();
    final AtomicInteger refreshes = new AtomicInteger();
    final AtomicInteger keyReads = new AtomicInteger();
    volatile StubService.Behaviour directory = StubService::hello;

    private final String issuer;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

    FakeIdentity(String issuer) {
        this.issuer = issuer;
        try {
            elliptic = new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate();
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            stranger = new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        http = new StubService();
        http.behaviour = this::answer;
    }

    void reset() {
        http.reset();
        http.behaviour = this::answer;
        directory = StubService::hello;
        lifetime = 120;
        unreachable = false;
        exchangeMillis = 0;
        disabled.clear();
        exchanges.set(0);
        refreshes.set(0);
    }

    String token(JWK key, Map<String, Object> claims) {
        try {
            Instant now = Instant.now();
            JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .jwtID(UUID.randomUUID().toString())
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(120)));
            claims.forEach(builder::claim);
            boolean es = key instanceof ECKey;
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(es ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    builder.build());
            JWSSigner signer = es ? new ECDSASigner(key.toECKey()) : new RSASSASigner(key.toRSAKey());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String clientToken(String client) {
        return token(elliptic, Map.of("sub", client, "aud", List.of("gateway"), "kind", "CLIENT"));
    }

    private Answer answer(Asked asked) throws Exception {
        if (asked.path().startsWith("/api/")) {
            return directory.answer(asked);
        }
        if (unreachable) {
            return Answer.json(500, "{}");
        }
        String path = asked.path().split("\\?", 2)[0];
        return switch (path) {
            case "/oauth2/authorize" -> authorize(parameters(asked.path().split("\\?", 2)[1]));
            case "/oauth2/token" -> token(asked);
            case "/oauth2/jwks" -> {
                keyReads.incrementAndGet();
                yield Answer.json(200, new JWKSet(List.<JWK>of(elliptic, rsa)).toString(true));
            }
            case "/login" ->
                new Answer(
                        200,
                        "text/html;charset=UTF-8",
                        "<form method=post>",
                        Map.of(
                                "Set-Cookie", "IDENTITY=abc; Path=/; HttpOnly",
                                "Content-Security-Policy", "default-src 'self'",
                                "Server", "secret-server/1.0",
                                "X-Powered-By", "secrets"));
            default -> StubService.hello(asked);
        };
    }

    private Answer authorize(Map<String, String> asked) {
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return new Answer(
                302,
                "text/plain",
                "",
                Map.of(
                        "Location",
                        value(asked, "redirect_uri") + "?code=" + code + "&state="
                                + value(asked, "state").replace("=", "%3D"),
                        "Set-Cookie",
                        "IDENTITY=signed-in; Path=/; HttpOnly"));
    }

    private Answer token(Asked asked) throws Exception {
        String credentials = asked.header("Authorization");
        String expected = "Basic "
                + Base64.getEncoder().encodeToString("gateway:gateway-secret".getBytes(StandardCharsets.UTF_8));
        if (!credentials.equals(expected)) {
            return Answer.json(401, "{\"error\":\"invalid_client\"}");
        }
        Map<String, String> form = parameters(asked.body());
        return switch (value(form, "grant_type")) {
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> {
                refreshes.incrementAndGet();
                String owner = refreshTokens.remove(value(form, "refresh_token"));
                yield owner == null || disabled.contains(owner) ? refused() : granted(owner, null);
            }
            case "client_credentials" ->
                Answer.json(
                        200,
                        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                                .formatted(
                                        token(
                                                elliptic,
                                                Map.of(
                                                        "sub",
                                                        "gateway",
                                                        "aud",
                                                        List.of(value(form, "audience")),
                                                        "kind",
                                                        "SERVICE",
                                                        "scope",
                                                        value(form, "scope"))),
                                        lifetime));
            default -> exchange(form);
        };
    }

    private Answer redeem(Map<String, String> form) throws Exception {
        Map<String, String> begun = codes.remove(value(form, "code"));
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(value(form, "code_verifier").getBytes(StandardCharsets.US_ASCII));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        if (begun == null || !challenge.equals(begun.get("code_challenge"))) {
            return refused();
        }
        return granted(person, begun.get("nonce"));
    }

    private Answer granted(String owner, @Nullable String nonce) {
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, owner);
        Map<String, Object> id = new HashMap<>(Map.of("sub", owner, "aud", List.of("gateway"), "azp", "gateway"));
        if (nonce != null) {
            id.put("nonce", nonce);
        }
        String access = token(elliptic, Map.of("sub", owner, "aud", List.of("gateway"), "kind", "PERSON"));
        return Answer.json(
                200,
                """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"scope":"openid","refresh_token":"%s","id_token":"%s"}
                """
                        .formatted(access, lifetime, refresh, token(rsa, id)));
    }

    private Answer exchange(Map<String, String> form) throws Exception {
        exchanges.incrementAndGet();
        Thread.sleep(exchangeMillis);
        String subject =
                SignedJWT.parse(value(form, "subject_token")).getJWTClaimsSet().getSubject();
        if (disabled.contains(subject)) {
            return refused();
        }
        String token = token(elliptic, Map.of("sub", subject, "aud", List.of(value(form, "audience"))));
        return Answer.json(
                200,
                """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,
                "issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}
                """
                        .formatted(token, lifetime));
    }

    private static String value(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "");
    }

    private static Answer refused() {
        return Answer.json(400, "{\"error\":\"invalid_grant\"}");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
