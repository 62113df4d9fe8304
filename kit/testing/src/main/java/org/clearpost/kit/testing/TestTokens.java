package org.clearpost.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens as identity would, signed with the key of {@link TestPlatform}. Start with {@link #person}, {@link
 * #client} or {@link #service}, add posts, ask for the {@link #token} for one audience.
 */
public final class TestTokens {

    static final ECKey KEY = newKey();
    public static final String ISSUER = "http://localhost:8080";

    private final Map<String, Object> claims;
    private final List<Map<String, String>> posts = new ArrayList<>();
    private final String subject;
    private long seconds = 60;
    private String issuer = ISSUER;
    private ECKey key = KEY;

    private TestTokens(String kind, String subject, @Nullable UUID group) {
        this.subject = subject;
        this.claims = new HashMap<>(Map.of("kind", kind));
        if (group != null) {
            claims.put("grp", group.toString());
            claims.put("epoch", 1L);
        }
    }

    public static TestTokens person(UUID group, UUID person) {
        return new TestTokens("PERSON", person.toString(), group);
    }

    public static TestTokens client(UUID group, UUID client) {
        return new TestTokens("CLIENT", client.toString(), group);
    }

    public static TestTokens service(String name) {
        return new TestTokens("SERVICE", name, null).scope("feed");
    }

    /** Adds a post held; {@code setting} is null for one held for the whole group. */
    public TestTokens post(String role, @Nullable UUID setting) {
        Map<String, String> post = new HashMap<>(Map.of("r", role));
        if (setting != null) {
            post.put("s", setting.toString());
        }
        posts.add(post);
        return this;
    }

    public TestTokens scope(String scopes) {
        claims.put("scope", scopes);
        return this;
    }

    public TestTokens epoch(long epoch) {
        claims.put("epoch", epoch);
        return this;
    }

    /** Lets the token live for {@code seconds} from now; negative makes one that has ended. */
    public TestTokens living(long seconds) {
        this.seconds = seconds;
        return this;
    }

    public TestTokens issuedBy(String issuer) {
        this.issuer = issuer;
        return this;
    }

    /** Signs with a key nobody knows. */
    public TestTokens forged() {
        this.key = newKey();
        return this;
    }

    public String token(String... audience) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(List.of(audience))
                .issueTime(Date.from(seconds < 0 ? now.plusSeconds(seconds - 60) : now))
                .expirationTime(Date.from(now.plusSeconds(seconds)))
                .claim("posts", posts);
        claims.forEach(set::claim);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    set.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
