package org.clearpost.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Runs a service's {@link AccessMatrix} over HTTP. Extend it in the service as a {@code @ClearpostTest} and give an
 * {@link #example} request for each endpoint; everything it touches lies in {@link #GROUP} and {@link #SETTING}.
 *
 * <p>An endpoint without a row fails, a row without an endpoint fails, and a refused call must change no row.
 */
@Tag("SEC-01")
public abstract class AccessMatrixRunner {

    protected static final UUID GROUP = UUID.fromString("a0000000-0000-7000-8000-000000000001");
    protected static final UUID SETTING = UUID.fromString("a0000000-0000-7000-8000-000000000002");
    protected static final UUID SIBLING = UUID.fromString("a0000000-0000-7000-8000-000000000003");
    protected static final UUID OTHER_GROUP = UUID.fromString("b0000000-0000-7000-8000-000000000001");
    protected static final UUID OTHER_SETTING = UUID.fromString("b0000000-0000-7000-8000-000000000002");
    protected static final UUID CALLER = UUID.fromString("a0000000-0000-7000-8000-0000000000ca");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestDatabase database;

    @LocalServerPort
    private int port;

    @Value("${spring.application.name}")
    private String application;

    /**
     * A request to an endpoint that the right caller would succeed with.
     *
     * @param body sent as JSON, or as it is when it is text or bytes; absent for none
     */
    public record Example(String uri, @Nullable Object body, Map<String, String> headers) {

        public static Example of(String uri) {
            return new Example(uri, null, Map.of());
        }

        public static Example of(String uri, Object body) {
            return new Example(uri, body, Map.of());
        }
    }

    /** Makes what the request needs, afresh for each row. {@code endpoint} reads {@code GET /api/things/{id}}. */
    protected abstract Example example(String endpoint, AccessMatrix.Row row);

    /** The group's role without a setting, such as the group's administrator. */
    protected boolean isHeldInGroup(String role) {
        return role.equals("GROUP_ADMIN");
    }

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        Set<String> rows = AccessMatrix.read().rows().stream()
                .map(AccessMatrix.Row::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Routes.of(context)).isEqualTo(rows);
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() {
        return AccessMatrix.read().rows().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> run(row)));
    }

    private void run(AccessMatrix.Row row) throws IOException, InterruptedException {
        Example example = example(row.endpoint(), row);
        boolean refused = row.expected() >= 400;
        String before = refused ? database.fingerprint() : "";
        HttpResponse<String> answer = send(row, example);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.expected());
        if (refused) {
            assertThat(database.fingerprint()).as("rows after a refused call").isEqualTo(before);
        }
    }

    private HttpResponse<String> send(AccessMatrix.Row row, Example example) throws IOException, InterruptedException {
        String method = row.endpoint().substring(0, row.endpoint().indexOf(' '));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + example.uri()))
                .method(method, Calls.body(example.body()));
        if (example.body() != null && !example.headers().containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        example.headers().forEach(request::header);
        if (!row.role().equals("ANONYMOUS")) {
            request.header("Authorization", "Bearer " + token(row));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(AccessMatrix.Row row) {
        UUID group = row.scope().equals("other") ? OTHER_GROUP : GROUP;
        UUID setting =
                switch (row.scope()) {
                    case "own" -> SETTING;
                    case "sibling" -> SIBLING;
                    default -> OTHER_SETTING;
                };
        if (row.role().startsWith("CLIENT:")) {
            return TestTokens.client(group, CALLER)
                    .scope(row.role().substring("CLIENT:".length()))
                    .post("API_CLIENT", setting)
                    .token(application);
        }
        if (row.role().equals("VISITOR")) {
            return TestTokens.service("gateway").scope("visitors").token(application);
        }
        TestTokens person = TestTokens.person(group, CALLER);
        if (!row.role().equals("NOBODY")) {
            person.post(row.role(), isHeldInGroup(row.role()) ? null : setting);
        }
        return person.token(application);
    }
}
