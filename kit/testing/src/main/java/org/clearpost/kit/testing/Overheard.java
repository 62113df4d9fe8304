package org.clearpost.kit.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What a service says to others than its caller, searched for the {@link Canary}'s mark as it is said: every line of log
 * and every observation by itself, and whatever a test lets it {@link #hear}.
 */
public final class Overheard implements ObservationHandler<Observation.Context> {

    /** Channel of every line of log, with the failure it tells of. */
    public static final String LOG = "log";

    /** Channel of what a span would carry. */
    public static final String TRACE = "trace";

    /** Channel of meters with their tags. */
    public static final String METER = "meter";

    /** Lets the listener into the service under test. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Set {

        @Bean
        Overheard overheard() {
            return new Overheard();
        }
    }

    private static final int MOST_LEAKS = 50;

    private final Map<String, Integer> heard = new ConcurrentHashMap<>();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Appender appender;

    /**
     * Begins to listen, with nothing heard before.
     *
     * @param strangers beginnings of names of loggers that are no part of the service, such as a mail server of the test
     */
    public void listen(String... strangers) {
        stop();
        heard.clear();
        leaks.clear();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Appender listening = new Appender(List.of(strangers));
        listening.setContext(context);
        listening.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(listening);
        appender = listening;
    }

    public void stop() {
        Appender listening = appender;
        if (listening != null) {
            ((LoggerContext) LoggerFactory.getILoggerFactory())
                    .getLogger(Logger.ROOT_LOGGER_NAME)
                    .detachAppender(listening);
        }
        appender = null;
    }

    /** Hears something said on a channel. */
    public void hear(String channel, @Nullable Object said) {
        heard.merge(channel, 1, Integer::sum);
        Canary.in(String.valueOf(said))
                .filter(found -> leaks.size() < MOST_LEAKS)
                .ifPresent(found -> leaks.add(channel + ": " + found));
    }

    /** Hears every meter with its tags. */
    public void hear(MeterRegistry meters) {
        meters.getMeters()
                .forEach(
                        meter -> hear(METER, meter.getId() + " " + meter.getId().getDescription()));
    }

    /** How much was said on a channel: of a channel that was silent nothing is shown. */
    public int heard(String channel) {
        return heard.getOrDefault(channel, 0);
    }

    /** What gave the mark away, each with its channel. */
    public List<String> leaks() {
        return List.copyOf(leaks);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    @Override
    public void onStop(Observation.Context context) {
        if (appender == null) {
            return;
        }
        hear(
                TRACE,
                context.getName() + " " + context.getContextualName() + " " + context.getLowCardinalityKeyValues() + " "
                        + context.getHighCardinalityKeyValues());
        for (Throwable each = context.getError(); each != null; each = each.getCause()) {
            hear(TRACE, each);
        }
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
        if (appender != null) {
            hear(TRACE, event);
        }
    }

    private final class Appender extends AppenderBase<ILoggingEvent> {

        private final List<String> strangers;

        Appender(List<String> strangers) {
            this.strangers = strangers;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (strangers.stream().noneMatch(event.getLoggerName()::startsWith)) {
                hear(
                        LOG,
                        "%s [%s] %s %s %s %s %s"
                                .formatted(
                                        event.getLoggerName(),
                                        event.getThreadName(),
                                        event.getFormattedMessage(),
                                        event.getMDCPropertyMap(),
                                        event.getKeyValuePairs(),
                                        event.getMarkerList(),
                                        event.getThrowableProxy() == null
                                                ? ""
                                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        }
    }
}
