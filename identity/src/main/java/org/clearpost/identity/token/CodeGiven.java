package org.clearpost.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.clearpost.identity.login.LoginSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends the browser back to the gateway with its code, and ends identity's own session at that moment.
 *
 * <p>From here on only the gateway knows that somebody is signed in, so logging off there is logging off.
 */
final class CodeGiven implements AuthenticationSuccessHandler {

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        OAuth2AuthorizationCode code = granted.getAuthorizationCode();
        String redirectUri = granted.getRedirectUri();
        if (code == null || redirectUri == null) {
            throw new IllegalStateException("A granted request has a code and an address to send it to.");
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        LoginSession.forgetCookie(response);
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(redirectUri).queryParam("code", code.getTokenValue());
        String state = granted.getState();
        if (state != null && !state.isEmpty()) {
            address.queryParam("state", UriUtils.encode(state, StandardCharsets.UTF_8));
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(address.build(true).toUriString());
    }
}
