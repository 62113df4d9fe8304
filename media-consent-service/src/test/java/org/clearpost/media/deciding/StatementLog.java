package org.clearpost.media.deciding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Every statement the service makes, in order. */
public final class StatementLog {

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    /** Puts itself between the service and its database. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Set {

        @Bean
        static StatementLog statementLog() {
            return new StatementLog();
        }

        @Bean
        static BeanPostProcessor listening(StatementLog log) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DatabaseClient client ? log.around(client) : bean;
                }
            };
        }
    }

    public void clear() {
        statements.clear();
    }

    /** Leaves out what the feed readers do meanwhile. */
    public List<String> all() {
        return statements.stream()
                .filter(sql -> !sql.contains("feed_cursor") && !sql.startsWith("SET LOCAL ROLE"))
                .toList();
    }

    public List<String> mentioning(String table) {
        return all().stream().filter(sql -> sql.contains(table)).toList();
    }

    private DatabaseClient around(DatabaseClient client) {
        return (DatabaseClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DatabaseClient.class}, (self, method, arguments) -> {
                    if (method.getName().equals("sql") && arguments[0] instanceof String sql) {
                        statements.add(sql);
                    }
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
