package org.clearpost.media.families;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Counts what requests of families ask of the database, and can take a control out of it. */
final class Statements {

    private record Cut(String control, String instead) {}

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile @Nullable Cut cut;

    /** Puts itself between the families and their database. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Set {

        @Bean
        static Statements statements() {
            return new Statements();
        }

        @Bean
        static BeanPostProcessor counting(Statements statements) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DatabaseClient client ? statements.around(client) : bean;
                }
            };
        }
    }

    /** From now on every statement with this control in it goes without. */
    void without(String control, String instead) {
        cuts.set(0);
        cut = new Cut(control, instead);
    }

    /** Gives all controls back; says how many statements went without one. */
    int whole() {
        cut = null;
        return cuts.get();
    }

    void clear() {
        statements.clear();
    }

    /** What a link or its button asks; the jobs that look for what is due run meanwhile and are left out. */
    int ofRequests() {
        return (int) statements.stream()
                .filter(sql -> sql.contains("family_key k")
                        || sql.contains("family_session n")
                        || sql.contains("audit_entry")
                        || sql.contains("family_receipt"))
                .count();
    }

    private DatabaseClient around(DatabaseClient client) {
        return (DatabaseClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DatabaseClient.class}, (self, method, arguments) -> {
                    if (method.getName().equals("sql") && arguments[0] instanceof String sql) {
                        statements.add(sql);
                        arguments[0] = asked(sql);
                    }
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private String asked(String sql) {
        Cut now = cut;
        if (now == null || !sql.contains(now.control())) {
            return sql;
        }
        cuts.incrementAndGet();
        return sql.replace(now.control(), now.instead());
    }
}
