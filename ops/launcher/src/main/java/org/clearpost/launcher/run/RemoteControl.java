package org.clearpost.launcher.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.data.DataDirectory;
import tools.jackson.databind.json.JsonMapper;

/** The other end of {@link Control}: one running launcher, asked by another command. */
public final class RemoteControl {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final RunFile run;
    private final HttpClient http = HttpClient.newHttpClient();

    private RemoteControl(RunFile run) {
        this.run = run;
    }

    /** The launcher that runs this directory, if one does. */
    public static Optional<RemoteControl> of(DataDirectory data) {
        var run = data.isInUse() ? RunFile.read(data.path()) : null;
        return run != null && ProcessHandle.of(run.pid()).isPresent()
                ? Optional.of(new RemoteControl(run))
                : Optional.empty();
    }

    public static RemoteControl require(DataDirectory data) {
        return of(data).orElseThrow(() -> new Failure("Clearpost is not running: start it with ./clearpost up."));
    }

    public RunFile run() {
        return run;
    }

    public Control.Status status() {
        return JSON.readValue(statusJson(), Control.Status.class);
    }

    public String statusJson() {
        return send("GET", "/status");
    }

    public void takeAway(String part, boolean atOnce) {
        send("POST", "/break?part=" + part + (atOnce ? "&how=kill" : ""));
    }

    public void mend(String part) {
        send("POST", "/mend?part=" + part);
    }

    public void down() {
        send("POST", "/down");
    }

    private String send(String method, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + run.controlPort() + path))
                    .header("Authorization", "Bearer " + run.token())
                    .timeout(PATIENCE)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Failure(
                        JSON.readTree(response.body()).path("sentence").asString("The launcher refused."));
            }
            return response.body();
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("The launcher with process number %d does not answer.".formatted(run.pid()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
