package org.clearpost.kit.reactive;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.clearpost.kit.caller.CallerRules;
import org.clearpost.kit.config.KitAutoConfiguration;
import org.clearpost.kit.config.KitProperties;
import org.clearpost.kit.config.TokenRules;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.problem.ProblemMapping;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.cloud.client.loadbalancer.reactive.DeferringLoadBalancerExchangeFilterFunction;
import org.springframework.cloud.client.loadbalancer.reactive.LoadBalancedExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.WebFilter;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/** The WebFlux edge of a service: every call carries a token for this service alone, or gets no further. */
@AutoConfiguration(
        after = KitAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableWebFluxSecurity
public class ReactiveEdgeAutoConfiguration {

    private static final int CONNECT_MILLIS = 1000;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    /** Calls other services by name: {@code http://identity/…} is whichever instance discovery knows. */
    @Bean
    WebClient servicesClient(
            WebClient.Builder builder,
            org.springframework.beans.factory.ObjectProvider<LoadBalancedExchangeFilterFunction> balancer) {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(LONGEST_ANSWER);
        return builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .filter(new DeferringLoadBalancerExchangeFilterFunction<>(balancer))
                .build();
    }

    @Bean
    ReactiveJwtDecoder jwtDecoder(
            WebClient servicesClient,
            KitProperties properties,
            @Value("${spring.application.name}") String application) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri("http://identity/oauth2/jwks")
                .webClient(servicesClient)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(TokenRules.of(properties.issuer(), application));
        return decoder;
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, ProblemWriter problems, KitProperties properties) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .authorizeExchange(paths -> {
                    paths.pathMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs")
                            .permitAll()
                            .pathMatchers("/internal/feed")
                            .access((authentication, context) -> authentication
                                    .map(caller -> CallerRules.isFeedReader(caller))
                                    .cast(org.springframework.security.authorization.AuthorizationResult.class));
                    properties.visitorPaths().forEach(path -> paths.pathMatchers(path)
                            .access((authentication, context) -> authentication
                                    .map(caller -> CallerRules.isForVisitors(caller))
                                    .cast(org.springframework.security.authorization.AuthorizationResult.class)));
                    paths.pathMatchers("/api/**")
                            .access((authentication, context) -> authentication
                                    .map(caller -> CallerRules.isCaller(caller))
                                    .cast(org.springframework.security.authorization.AuthorizationResult.class))
                            .anyExchange()
                            .denyAll();
                })
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(problems::handle)
                        .accessDeniedHandler(problems::handle))
                .build();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    /** Inside everything that watches requests. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebFilter quotingNothing() {
        return (exchange, chain) -> chain.filter(exchange).onErrorMap(ProblemMapping::quotingNothing);
    }

    @Bean
    FeedGuard feedGuard(FeedAges ages, KitProperties properties) {
        return new FeedGuard(ages, properties.writesNeedFeeds());
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument());
            }
        };
    }
}
