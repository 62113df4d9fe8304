package org.clearpost.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clearpost.identity.config.SessionLimit;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.identity.model.IdentityProblem;
import org.clearpost.kit.problem.ProblemDocument;
import org.clearpost.kit.problem.ProblemMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.filter.OncePerRequestFilter;

/** The pages people see before they are signed in: who may reach them, and where they lead. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LoginConfiguration {

    /** Where the gateway starts a sign-in, for somebody who came to the page by a bookmark. */
    private static final String START = "/oauth2/authorization/clearpost";

    @Bean
    @Order(2)
    SecurityFilterChain loginPages(
            HttpSecurity http, PasswordLogin passwordLogin, NetworkLimit networkLimit, LoginSession loginSession) {
        CookieCsrfTokenRepository csrfCookie = new CookieCsrfTokenRepository();
        csrfCookie.setCookieName("__Host-identity-csrf");
        csrfCookie.setCookiePath("/");
        csrfCookie.setCookieCustomizer(
                cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
        return http.securityMatcher("/login", "/login/login.css", "/password")
                .authenticationProvider(new ByPassword(passwordLogin))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .successHandler(onwards(loginSession))
                        .failureHandler(backToTheForm(networkLimit)))
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.requestCache(loginSession.requestCache()))
                // In a cookie, so that a form that was open longer than a session still goes through.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, denied) -> response.sendRedirect(request.getRequestURI() + "?again")))
                .addFilterAfter(new Limits(networkLimit), HeaderWriterFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                                        + " frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Not a bean: Spring Security would ask a bean twice, here and again as the default for everything. */
    private record ByPassword(PasswordLogin passwordLogin) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication typed) {
            SignedIn person =
                    passwordLogin.signIn(typed.getName(), String.valueOf(typed.getCredentials()), address(typed));
            return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
        }

        private static String address(Authentication typed) {
            return typed.getDetails() instanceof WebAuthenticationDetails from ? from.getRemoteAddress() : "";
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
        }
    }

    /** On to where the person was going, always within this site whatever the request said about its host. */
    private static AuthenticationSuccessHandler onwards(LoginSession loginSession) {
        return (HttpServletRequest request, HttpServletResponse response, Authentication who) -> {
            SavedRequest saved = loginSession.requestCache().getRequest(request, response);
            loginSession.requestCache().removeRequest(request, response);
            response.sendRedirect(
                    saved instanceof DefaultSavedRequest wanted && wanted.getQueryString() != null
                            ? wanted.getRequestURI() + "?" + wanted.getQueryString()
                            : START);
        };
    }

    private static AuthenticationFailureHandler backToTheForm(NetworkLimit networkLimit) {
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) -> {
            networkLimit.wrong(request.getRemoteAddr());
            String email = request.getParameter("email");
            if (email != null && EmailAddress.parse(email).isPresent()) {
                request.getSession().setAttribute(LoginPageController.TYPED_EMAIL, email.strip());
            }
            response.sendRedirect(failure instanceof LockedException ? "/login?locked" : "/login?failed");
        };
    }

    /** Stops an address that has got too much wrong, and answers with a page when something is out of reach. */
    private static final class Limits extends OncePerRequestFilter {

        private final NetworkLimit networkLimit;

        Limits(NetworkLimit networkLimit) {
            this.networkLimit = networkLimit;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if ("POST".equals(request.getMethod()) && !networkLimit.allows(request.getRemoteAddr())) {
                response.setHeader("Retry-After", "900");
                write(response, 429, IdentityProblem.TOO_MANY_TRIES.title());
                return;
            }
            try {
                chain.doFilter(request, response);
            } catch (RuntimeException failure) {
                if (response.isCommitted()) {
                    throw failure;
                }
                ProblemDocument document = ProblemMapping.of(SessionLimit.reason(failure));
                response.setHeader("Retry-After", "5");
                write(response, document.status(), document.title());
            }
        }

        private static void write(HttpServletResponse response, int status, String sentence) throws IOException {
            response.setStatus(status);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(LoginPages.trouble(sentence).getBytes(StandardCharsets.UTF_8));
        }
    }
}
