package org.clearpost.kit.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What the launcher would tell the service, for a test: a database of its own, neighbours, secrets. */
class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String application = context.getEnvironment().getProperty("spring.application.name", "service");
        TestPostgres postgres = TestPostgres.running();
        String database = postgres.newDatabase(application.replace("-service", ""));
        TestNeighbours neighbours =
                new TestNeighbours(TestPlatform.start("identity"), TestPlatform.start("policy-service"));
        context.getBeanFactory().registerSingleton("testNeighbours", neighbours);
        context.getBeanFactory().registerSingleton("testDatabase", new TestDatabase(database));

        Map<String, Object> settings = new HashMap<>();
        settings.put("SERVER_PORT", "0");
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("CLEARPOST_ISSUER", TestTokens.ISSUER);
        settings.put("SERVICE_SECRET", "test-only");
        settings.put("DB_HOST", postgres.host());
        settings.put("DB_PORT", postgres.port());
        settings.put("DB_NAME", database);
        settings.put("DB_OWNER_PASSWORD", postgres.password());
        settings.put("DB_APP_PASSWORD", postgres.password());
        settings.put("eureka.client.enabled", "false");
        settings.put(
                "spring.cloud.discovery.client.simple.instances.identity[0].uri",
                neighbours.identity().uri());
        settings.put(
                "spring.cloud.discovery.client.simple.instances.policy-service[0].uri",
                neighbours.policies().uri());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    }
}
