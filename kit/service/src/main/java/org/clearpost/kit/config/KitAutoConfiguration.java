package org.clearpost.kit.config;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.outbox.OutboxSignal;
import org.clearpost.kit.tenancy.CallerEpochs;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** The parts every service has, whatever its web edge. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        },
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
        })
@EnableConfigurationProperties(KitProperties.class)
public class KitAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    ReactiveTransactionManager reactiveTransactionManager(ConnectionFactory connections) {
        return new R2dbcTransactionManager(connections);
    }

    @Bean
    TenantTransaction tenantTransaction(
            DatabaseClient database, ReactiveTransactionManager manager, KitProperties properties) {
        return new TenantTransaction(database, TransactionalOperator.create(manager), properties.acrossRole());
    }

    @Bean
    CallerEpochs callerEpochs(DatabaseClient database) {
        return new CallerEpochs(database);
    }

    @Bean
    AuditLog auditLog(DatabaseClient database) {
        return new AuditLog(database);
    }

    @Bean
    OutboxSignal outboxSignal() {
        return new OutboxSignal();
    }

    @Bean
    Outbox outbox(DatabaseClient database, JsonMapper json, Clock clock, OutboxSignal signal) {
        return new Outbox(database, json, clock, signal);
    }

    @Bean
    Idempotency idempotency(DatabaseClient database, JsonMapper json) {
        return new Idempotency(database, json);
    }
}
