package org.clearpost.launcher.http;

import java.net.http.HttpResponse;
import org.clearpost.launcher.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform answered to one request. */
public record Answer(String request, int status, String body, @Nullable String etag, @Nullable String location) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The status of an answer that never came. */
    static final int NONE = 0;

    static Answer none(String request) {
        return new Answer(request, NONE, "", null, null);
    }

    static Answer of(String request, HttpResponse<String> response) {
        return new Answer(
                request,
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Location").orElse(null));
    }

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The body of a good answer; a refusal becomes a failure in the platform's own words. */
    public JsonNode json() {
        if (!isOk()) {
            throw refused();
        }
        return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    }

    public Failure refused() {
        if (status == NONE) {
            return new Failure("The platform did not answer %s.".formatted(request));
        }
        return new Failure("%s was answered with %d: %s".formatted(request, status, reason()));
    }

    /** What a problem document says, and the fields it names. */
    private String reason() {
        try {
            var problem = JSON.readTree(body);
            var reason = new StringBuilder(problem.path("title").asString("no reason given"));
            problem.path("errors").forEach(error -> reason.append(' ')
                    .append(error.path("pointer").asString(""))
                    .append(": ")
                    .append(error.path("message").asString("")));
            return reason.toString();
        } catch (JacksonException e) {
            return "no reason given";
        }
    }
}
