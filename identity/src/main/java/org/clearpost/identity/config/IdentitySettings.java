package org.clearpost.identity.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What identity is told by its environment.
 *
 * <p>{@code serviceSecrets} is {@code name=secret,name=secret}: the gateway and every service with what it proves itself
 * with. From {@code keyEncryptionSecret} come the keys that seal what is kept secret at rest. A missing or short secret
 * stops the start.
 */
@ConfigurationProperties("clearpost.identity")
public record IdentitySettings(
        String issuer, String serviceSecrets, String keyEncryptionSecret, String setupCode, Set<String> audiences) {

    private static final int SHORTEST_SECRET = 16;

    public IdentitySettings {
        if (issuer.isBlank() || issuer.endsWith("/")) {
            throw new IllegalArgumentException(
                    "CLEARPOST_ISSUER must be the public address without a slash at the end.");
        }
        if (keyEncryptionSecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("KEY_ENCRYPTION_SECRET needs at least 16 characters.");
        }
        audiences = Set.copyOf(audiences);
    }

    /** Client id → secret, of the gateway and the services. */
    public Map<String, String> secretsByService() {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (String entry : serviceSecrets.split(",", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.indexOf('=');
            if (equals < 1 || entry.length() - equals - 1 < SHORTEST_SECRET) {
                throw new IllegalArgumentException(
                        "SERVICE_SECRETS must read name=secret,name=secret with at least 16 characters a secret.");
            }
            secrets.put(
                    entry.substring(0, equals).strip(),
                    entry.substring(equals + 1).strip());
        }
        return secrets;
    }

    /** A key for one purpose, so that what is sealed for one is of no use for another. */
    public SecretKey keyFor(String purpose, String algorithm) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keyEncryptionSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "IdentitySettings[issuer=" + issuer + "]";
    }
}
