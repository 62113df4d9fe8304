package org.clearpost.kit.reactive;

import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.caller.CallerClaims;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a handler method the caller its verified token names. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .flatMap(context -> Mono.justOrEmpty(token(context)))
                .<Object>map(token -> CallerClaims.read(token.getToken()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.UNAUTHENTICATED)));
    }

    private static @Nullable JwtAuthenticationToken token(SecurityContext context) {
        return context.getAuthentication() instanceof JwtAuthenticationToken token ? token : null;
    }
}
