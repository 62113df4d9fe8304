package org.clearpost.identity.config;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clearpost.kit.caller.CallerRules;
import org.clearpost.kit.config.TokenRules;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.servlet.ServletProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may reach the directory and everything that is neither a page nor a token endpoint: callers with a token for
 * identity alone, feed readers the feed, anybody the set-up and health, nobody the rest.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class WebSecurity {

    private static final String SETUP = "/api/directory/setup";

    @Bean
    @Order(3)
    SecurityFilterChain directory(HttpSecurity http, JwtDecoder tokens, ServletProblemWriter problems) {
        return plain(http.securityMatcher("/api/**", "/internal/**"), problems)
                .authorizeHttpRequests(requests -> requests
                        // The request was judged when it came in; this is its answer.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(SETUP)
                        .permitAll()
                        .requestMatchers("/internal/feed")
                        .access((who, request) -> CallerRules.isFeedReader(who.get()))
                        .requestMatchers("/api/**")
                        .access((who, request) -> CallerRules.isCaller(who.get()))
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(resources -> resources
                        .jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain everythingElse(HttpSecurity http, ServletProblemWriter problems) {
        return plain(http, problems)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /** Tokens for the directory: verified with the keys at hand, by the rules every service has. */
    @Bean
    JwtDecoder directoryTokens(
            JWKSource<SecurityContext> keys,
            IdentitySettings settings,
            @Value("${spring.application.name}") String application) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(TokenRules.of(settings.issuer(), application));
        return decoder;
    }

    private static HttpSecurity plain(HttpSecurity http, ServletProblemWriter problems) {
        return http.addFilterAfter(new KeysOutOfReach(problems), HeaderWriterFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    /** A token that could not be checked is not a bad token: 503, so that nobody is signed out for it. */
    private static final class KeysOutOfReach extends OncePerRequestFilter {

        private final ServletProblemWriter problems;

        KeysOutOfReach(ServletProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (AuthenticationServiceException failure) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                problems.write(response, new RefusedException(KitProblem.UNAVAILABLE));
            }
        }
    }
}
