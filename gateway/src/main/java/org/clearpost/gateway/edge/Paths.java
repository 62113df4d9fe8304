package org.clearpost.gateway.edge;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a path is for, as far as the edge needs to know. */
final class Paths {

    private Paths() {}

    /** The path as routes and security match it, decoded: an escaped letter is no second spelling. */
    static String of(ServerHttpRequest request) {
        StringBuilder path = new StringBuilder();
        for (PathContainer.Element part : request.getPath().elements()) {
            path.append(part instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : part.value());
        }
        return path.toString();
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    /** Identity's pages and endpoints; the login's way back is the gateway's own. */
    static boolean isIdentitys(String path) {
        return !path.startsWith("/login/oauth2/")
                && (under(path, "/login")
                        || under(path, "/password")
                        || path.equals("/oauth2/authorize")
                        || path.equals("/oauth2/token")
                        || path.equals("/oauth2/jwks")
                        || under(path, "/.well-known"));
    }

    private static boolean under(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
