package org.clearpost.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clearpost.load.Line.Run;

/** M4: processor time our gateway takes for a request, beside nginx in front of the same service with the same answer. */
final class GatewayTax {

    private static final int CONNECTIONS = 8;

    private final RunningPlatform platform;
    private final Population population;
    private final int rounds;

    GatewayTax(RunningPlatform platform, Population population, int rounds) {
        this.platform = platform;
        this.population = population;
        this.rounds = rounds;
    }

    /** Processor seconds and requests of one of the two. */
    private static final class Spent {
        private double seconds;
        private int requests;

        double microseconds() {
            return seconds * 1e6 / requests;
        }
    }

    List<Line> measure(Run run) throws Exception {
        var program = nginx();
        if (program.isEmpty()) {
            System.out.println("nginx is not installed: the gateway is not compared with it.");
            return List.of();
        }
        var directory = Files.createTempDirectory("clearpost-nginx");
        var port = freePort();
        Files.writeString(
                directory.resolve("nginx.conf"),
                configuration(port, platform.part(RunningPlatform.MEDIA).port()));
        var nginx = new ProcessBuilder(
                        program.get().toString(), "-p", directory.toString(), "-c", "nginx.conf", "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said.log").toFile())
                .start();
        try {
            return List.of(compare(nginx.pid(), port, run));
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private Line compare(long nginx, int port, Run run) throws Exception {
        var path = "/api/media/settings/%s/accounts"
                .formatted(population.settings().getFirst());
        var client = platform.clientTokens();
        var media = platform.mediaTokens(client);
        var gateway = platform.part("gateway").pid();
        var ofGateway = new Spent();
        var ofNginx = new Spent();
        var throughGateway = lanes(platform.port(), path, client);
        var throughNginx = lanes(port, path, media);
        try {
            for (var turn = 0; turn < 3; turn++) {
                new Samples().run(throughGateway, Duration.ofSeconds(5));
                new Samples().run(throughNginx, Duration.ofSeconds(turn == 0 ? 2 : 1));
            }
            for (var round = 0; round < rounds; round++) {
                spend(ofGateway, gateway, throughGateway);
                spend(ofNginx, nginx, throughNginx);
            }
        } finally {
            for (var lane : Stream.concat(throughGateway.stream(), throughNginx.stream())
                    .toList()) {
                lane.close();
            }
        }
        return Line.atMost(
                "M4",
                "processor time the gateway takes for a request / what nginx takes",
                ofGateway.microseconds() / ofNginx.microseconds(),
                4,
                "",
                Map.of(
                        "gateway µs a request",
                        ofGateway.microseconds(),
                        "nginx µs a request",
                        ofNginx.microseconds(),
                        "requests through the gateway",
                        (double) ofGateway.requests,
                        "requests through nginx",
                        (double) ofNginx.requests),
                run);
    }

    private static void spend(Spent spent, long process, List<Lane> lanes) throws Exception {
        var samples = new Samples();
        var before = Machine.processorSeconds(process);
        samples.run(lanes, Duration.ofSeconds(4));
        spent.seconds += Machine.processorSeconds(process) - before;
        spent.requests += samples.count();
    }

    private static List<Lane> lanes(int port, String path, Supplier<String> token) throws IOException {
        var lanes = new ArrayList<Lane>();
        for (var i = 0; i < CONNECTIONS; i++) {
            lanes.add(HttpLane.getting(port, path, token));
        }
        return lanes;
    }

    private static Optional<Path> nginx() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(int port, int service) {
        return """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log error.log;
                events { worker_connections 128; }
                http {
                  access_log off;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  keepalive_requests 1000000000;
                  upstream service { server 127.0.0.1:%d; keepalive 16; keepalive_requests 1000000000; }
                  server {
                    listen 127.0.0.1:%d;
                    location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
                  }
                }
                """
                .formatted(service, port);
    }
}
