package org.clearpost.gateway.status;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Meters for Prometheus on a loopback port of their own, if METRICS_PORT names one: never on the public address. */
@Component
class MetricsServer implements SmartLifecycle {

    private final ObjectProvider<PrometheusMeterRegistry> meters;
    private final int port;
    private @Nullable DisposableServer server;

    MetricsServer(ObjectProvider<PrometheusMeterRegistry> meters, @Value("${clearpost.metrics-port:0}") int port) {
        this.meters = meters;
        this.port = port;
    }

    @Override
    public void start() {
        if (port > 0) {
            server = HttpServer.create()
                    .host("127.0.0.1")
                    .port(port)
                    .route(routes -> routes.get("/actuator/prometheus", (request, response) -> response.header(
                                    "Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                            .sendString(
                                    Mono.fromSupplier(() -> meters.getObject().scrape()))))
                    .bindNow();
        }
    }

    @Override
    public void stop() {
        DisposableServer running = server;
        server = null;
        if (running != null) {
            running.disposeNow();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
