package org.clearpost.load;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same call over one connection, with one body after the other; anything but 200 ends the run. */
final class HttpLane implements Lane {

    private final Wire wire;
    private final String path;
    private final Supplier<String> token;
    private final @Nullable List<byte[]> bodies;
    private int next;

    private HttpLane(int port, String path, Supplier<String> token, @Nullable List<byte[]> bodies, int start)
            throws IOException {
        this.wire = new Wire(port);
        this.path = path;
        this.token = token;
        this.bodies = bodies;
        this.next = start;
    }

    static HttpLane posting(int port, String path, Supplier<String> token, List<byte[]> bodies, int start)
            throws IOException {
        return new HttpLane(port, path, token, bodies, start);
    }

    static HttpLane getting(int port, String path, Supplier<String> token) throws IOException {
        return new HttpLane(port, path, token, null, 0);
    }

    @Override
    public void once() throws IOException {
        answer();
    }

    Wire.Answer answer() throws IOException {
        var answer = bodies == null
                ? wire.get(path, token.get())
                : wire.post(path, token.get(), bodies.get(next++ % bodies.size()));
        if (answer.status() != 200) {
            throw new BenchException("%s was answered with %d: %s".formatted(path, answer.status(), answer.text()));
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
