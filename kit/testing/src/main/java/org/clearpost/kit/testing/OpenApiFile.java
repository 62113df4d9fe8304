package org.clearpost.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's OpenAPI document in {@code docs/api}: generated from the running service, and a stale one fails the build.
 * {@code -Dclearpost.api.write=true} writes it anew. Two types of one name would be told as one, and fail it too.
 */
public final class OpenApiFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private OpenApiFile() {}

    /** Compares what the service on {@code port} says of itself with the file, or writes the file. */
    public static void assertUpToDate(int port, String service) {
        Path file = root().resolve("docs/api").resolve(service + ".json");
        try {
            SchemaNames names = SchemaNames.listening();
            String generated = generate(port);
            assertThat(names.shared())
                    .as("names of schemas that two types share")
                    .isEmpty();
            if (Boolean.getBoolean("clearpost.api.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, generated);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("docs/api/%s.json is stale: -Dclearpost.api.write=true writes it anew", service)
                    .isEqualTo(generated);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String generate(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        ObjectNode document = (ObjectNode) JSON.readTree(answer);
        document.remove("servers");
        return JSON.writeValueAsString(document) + "\n";
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Not inside the repository");
            }
        }
        return folder;
    }
}
