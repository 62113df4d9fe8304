package org.clearpost.gateway.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.server.ServerWebExchange;

/**
 * One random id per request, made here and never taken from outside: services get it as W3C {@code traceparent}, people
 * read it in problems, and it finds the log line.
 */
public final class TraceId {

    private static final String ATTRIBUTE = TraceId.class.getName();

    private TraceId() {}

    public static String of(ServerWebExchange exchange) {
        String known = exchange.getAttribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        String fresh = hex(ThreadLocalRandom.current().nextLong())
                + hex(ThreadLocalRandom.current().nextLong());
        exchange.getAttributes().put(ATTRIBUTE, fresh);
        return fresh;
    }

    /** The header that carries the id to a service. */
    public static String traceparent(ServerWebExchange exchange) {
        return "00-" + of(exchange) + "-" + hex(ThreadLocalRandom.current().nextLong() | 1) + "-01";
    }

    private static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }
}
