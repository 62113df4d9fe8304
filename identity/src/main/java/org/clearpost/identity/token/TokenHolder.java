package org.clearpost.identity.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.model.HeldPost;

/**
 * Whom a token speaks for, with everything it says about them.
 *
 * <p>{@code livesFor} is how long a token of this kind may be believed without asking again.
 */
record TokenHolder(String subject, Map<String, Object> claims, Duration livesFor) {

    /** Tokens for services: whoever holds one is asked for again within two minutes. */
    static final Duration FOR_A_SERVICE = Duration.ofMinutes(2);

    /** Tokens the gateway keeps: never sent to a service, exchanged instead. */
    static final Duration FOR_THE_GATEWAY = Duration.ofMinutes(5);

    static TokenHolder of(
            String kind, UUID id, UUID group, long epoch, List<HeldPost> posts, Set<String> scopes, Duration livesFor) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("kind", kind);
        claims.put("grp", group.toString());
        claims.put("epoch", epoch);
        claims.put("posts", posts(posts));
        if (!scopes.isEmpty()) {
            claims.put("scope", String.join(" ", scopes.stream().sorted().toList()));
        }
        return new TokenHolder(id.toString(), claims, livesFor);
    }

    static TokenHolder service(String name, String scope) {
        return new TokenHolder(name, Map.of("kind", "SERVICE", "scope", scope), FOR_A_SERVICE);
    }

    private static List<Map<String, String>> posts(List<HeldPost> posts) {
        List<Map<String, String>> claim = new ArrayList<>();
        for (HeldPost post : posts) {
            Map<String, String> held = new LinkedHashMap<>();
            held.put("r", post.role());
            UUID setting = post.setting();
            if (setting != null) {
                held.put("s", setting.toString());
            }
            claim.add(held);
        }
        return claim;
    }
}
