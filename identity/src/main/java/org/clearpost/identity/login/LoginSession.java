package org.clearpost.identity.login;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Identity's short session: from being asked to sign in until the gateway has its code. */
@Component
public class LoginSession {

    /** The same name as in application.yaml; apart from the gateway's, because cookies do not know ports. */
    static final String COOKIE = "__Host-identity";

    private final HttpSessionRequestCache requestCache = new HttpSessionRequestCache();

    @SuppressWarnings("NullAway") // Null stands for "no parameter of its own in the address".
    LoginSession() {
        requestCache.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/oauth2/authorize"));
        requestCache.setMatchingRequestParameterName(null);
    }

    /** Remembers where somebody was going when they were asked to sign in. */
    public RequestCache requestCache() {
        return requestCache;
    }

    public static void forgetCookie(HttpServletResponse response) {
        ResponseCookie gone = ResponseCookie.from(COOKIE, "")
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(0)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, gone.toString());
    }
}
