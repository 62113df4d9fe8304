package org.clearpost.kit.caller;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a {@link Caller} from the claims of a verified token; a token that does not say all of it names nobody. */
public final class CallerClaims {

    private CallerClaims() {}

    /**
     * The caller a token names.
     *
     * @throws RefusedException with {@link KitProblem#UNAUTHENTICATED} when a claim is missing or unreadable
     */
    public static Caller read(Jwt token) {
        try {
            Caller.Kind kind = Caller.Kind.valueOf(text(token, "kind"));
            if (kind == Caller.Kind.VISITOR) {
                throw new RefusedException(KitProblem.UNAUTHENTICATED);
            }
            return new Caller(
                    UUID.fromString(text(token, "grp")),
                    kind,
                    UUID.fromString(token.getSubject()),
                    posts(token),
                    scopes(token),
                    Long.parseLong(text(token, "epoch")));
        } catch (RuntimeException incomplete) {
            throw new RefusedException(KitProblem.UNAUTHENTICATED);
        }
    }

    private static String text(Jwt token, String claim) {
        return Objects.requireNonNull(token.getClaimAsString(claim), claim);
    }

    private static List<HeldPost> posts(Jwt token) {
        List<?> posts = token.getClaim("posts");
        return posts == null
                ? List.of()
                : posts.stream().map(post -> post((Map<?, ?>) post)).toList();
    }

    private static HeldPost post(Map<?, ?> post) {
        Object setting = post.get("s");
        return new HeldPost(
                String.valueOf(post.get("r")), setting == null ? null : UUID.fromString(setting.toString()));
    }

    /** SAS writes scopes as a list, other issuers as one text with spaces. */
    static Set<String> scopes(Jwt token) {
        Object scope = token.getClaim("scope");
        return switch (scope) {
            case null -> Set.of();
            case String text when text.isBlank() -> Set.of();
            case String text -> Set.of(text.trim().split(" +"));
            case List<?> list -> Set.copyOf(list.stream().map(String::valueOf).toList());
            default -> Set.of();
        };
    }
}
