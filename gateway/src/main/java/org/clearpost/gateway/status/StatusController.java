package org.clearpost.gateway.status;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** What runs and what does not, as the gateway sees it now. Asked at most once a second, however many people look. */
@RestController
class StatusController {

    private static final List<String> PARTS =
            List.of("identity", "policy-service", "declaration-service", "incident-service", "media-consent-service");

    private final ReactiveDiscoveryClient discovery;
    private final CircuitBreakerRegistry breakers;
    private final WebClient http;
    private final Mono<List<PartView>> parts;

    StatusController(ReactiveDiscoveryClient discovery, CircuitBreakerRegistry breakers) {
        this.discovery = discovery;
        this.breakers = breakers;
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(
                        HttpClient.create().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 300)))
                .build();
        this.parts = Flux.fromIterable(PARTS)
                .flatMapSequential(this::look)
                .collectList()
                .cache(Duration.ofSeconds(1));
    }

    /** A part of the platform: UP when at least one registered instance says it is healthy. */
    record PartView(String name, String state, int instances) {}

    /** One of the gateway's circuit breakers under the name operators know it by. */
    record BreakerView(String name, String state) {}

    /** The platform at a glance. */
    record StatusView(List<PartView> parts, List<BreakerView> breakers) {}

    @GetMapping("/api/status")
    Mono<StatusView> status() {
        return parts.map(seen -> new StatusView(seen, breakers()));
    }

    private List<BreakerView> breakers() {
        return breakers.getAllCircuitBreakers().stream()
                .sorted(Comparator.comparing(CircuitBreaker::getName))
                .map(breaker ->
                        new BreakerView(breaker.getName(), breaker.getState().name()))
                .toList();
    }

    private Mono<PartView> look(String name) {
        return discovery
                .getInstances(name)
                .onErrorResume(fault -> Flux.empty())
                .flatMap(this::healthy)
                .collectList()
                .map(answers -> new PartView(name, answers.contains(true) ? "UP" : "DOWN", answers.size()));
    }

    private Mono<Boolean> healthy(ServiceInstance instance) {
        return http.get()
                .uri(instance.getUri() + "/actuator/health")
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
                .timeout(Duration.ofSeconds(1))
                .onErrorReturn(false);
    }
}
