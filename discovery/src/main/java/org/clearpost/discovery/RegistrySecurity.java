package org.clearpost.discovery;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.Assert;

/**
 * Only the platform's own applications read or write the registry: everything but health needs the registry's
 * credentials, so nobody else can register a false service or take a true one away.
 */
@Configuration
class RegistrySecurity {

    @Bean
    SecurityFilterChain registryOnlyForOurs(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                // Callers are programs with basic credentials; there is no cookie that a forged request could ride on.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    UserDetailsService registryUser(
            @Value("${clearpost.eureka.user}") String user, @Value("${clearpost.eureka.password}") String password) {
        Assert.hasText(user, "EUREKA_USER is not set: the registry does not start without credentials");
        Assert.hasText(password, "EUREKA_PASSWORD is not set: the registry does not start without credentials");
        // Renewals arrive every second from every instance, and the secret is a long random text: a deliberately slow
        // hash would cost more than everything else this application does. An InMemoryUserDetailsManager would take
        // the first sign-in as an occasion to hash it after all.
        return name -> {
            if (!user.equals(name)) {
                throw new UsernameNotFoundException(name);
            }
            return User.withUsername(user)
                    .password("{noop}" + password)
                    .roles("REGISTRY")
                    .build();
        };
    }
}
