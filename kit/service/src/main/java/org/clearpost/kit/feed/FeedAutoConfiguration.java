package org.clearpost.kit.feed;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.clearpost.kit.config.KitAutoConfiguration;
import org.clearpost.kit.config.KitProperties;
import org.clearpost.kit.outbox.OutboxSignal;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** Offers this service's feed to others and reads theirs: one reader for each {@link FeedSubscription} bean. */
@AutoConfiguration(after = KitAutoConfiguration.class)
public class FeedAutoConfiguration {

    @Bean
    FeedRepository feedRepository(
            DatabaseClient database, JsonMapper json, @Value("${spring.application.name}") String application) {
        return new FeedRepository(database, json, application);
    }

    @Bean
    FeedController feedController(FeedRepository events, TenantTransaction transaction, OutboxSignal signal) {
        return new FeedController(events, transaction, signal);
    }

    @Bean
    FeedAges feedAges(Clock clock) {
        return new FeedAges(clock);
    }

    /** Reading the feeds of others; identity, the source of the directory, reads none. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnBean(FeedSubscription.class)
    static class Reading {

        @Bean
        ServiceTokens serviceTokens(
                WebClient servicesClient,
                Clock clock,
                KitProperties properties,
                @Value("${spring.application.name}") String application) {
            return new ServiceTokens(servicesClient, clock, application, properties.serviceSecret());
        }

        @Bean
        FeedReaders feedReaders(
                ObjectProvider<FeedSubscription> subscriptions,
                FeedRepository places,
                TenantTransaction transaction,
                FeedAges ages,
                Clock clock,
                WebClient servicesClient,
                ServiceTokens tokens,
                CircuitBreakerRegistry breakers,
                TimeLimiterRegistry limiters,
                MeterRegistry meters) {
            return new FeedReaders(subscriptions.stream()
                    .map(subscription -> {
                        Gauge.builder("clearpost.feed.age", ages, known -> seconds(known.age(subscription.name())))
                                .tag("feed", subscription.name())
                                .baseUnit("seconds")
                                .register(meters);
                        return new FeedReader(
                                subscription,
                                places,
                                transaction,
                                ages,
                                clock,
                                servicesClient,
                                tokens,
                                breakers.circuitBreaker(subscription.name(), "default"),
                                limiters.timeLimiter(subscription.name(), "default"));
                    })
                    .toList());
        }

        private static double seconds(@org.jspecify.annotations.Nullable Duration age) {
            return age == null ? Double.NaN : age.toMillis() / 1000.0;
        }
    }

    /** All readers of this service, started and stopped with it. */
    record FeedReaders(List<FeedReader> readers) implements SmartLifecycle {

        @Override
        public void start() {
            readers.forEach(FeedReader::start);
        }

        @Override
        public void stop() {
            readers.forEach(FeedReader::stop);
        }

        @Override
        public boolean isRunning() {
            return readers.stream().anyMatch(FeedReader::isRunning);
        }
    }
}
