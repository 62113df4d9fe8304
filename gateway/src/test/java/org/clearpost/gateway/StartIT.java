package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.clearpost.gateway.LoopbackOrTls.PlainAddressException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Beyond this machine only with TLS; without identity or discovery all the same. */
@Tag("SEC-02")
class StartIT {

    private static final char[] SECRET = "only-for-this-test".toCharArray();

    @Test
    void refusesAnAddressBeyondLoopbackWithoutTls() {
        assertThatThrownBy(() -> start("--server.address=0.0.0.0")).hasRootCauseInstanceOf(PlainAddressException.class);
    }

    @Test
    void anOperatorCanSayThatAContainerNetworkIsAround() {
        try (ConfigurableApplicationContext running =
                start("--server.address=0.0.0.0", "--ALLOW_PLAIN_BEHIND_CONTAINER=true")) {
            assertThat(running.isRunning()).isTrue();
        }
    }

    @Test
    void servesTlsBeyondLoopbackAndAsksBrowsersToKeepToIt(@TempDir Path directory) throws Exception {
        KeyStore keys = selfSigned(directory);
        Files.writeString(
                directory.resolve("chain.pem"),
                pem("CERTIFICATE", keys.getCertificate("gateway").getEncoded()));
        Files.writeString(
                directory.resolve("key.pem"),
                pem("PRIVATE KEY", keys.getKey("gateway", SECRET).getEncoded()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);

        try (ConfigurableApplicationContext running = start(
                        "--server.address=0.0.0.0",
                        "--CLEARPOST_ISSUER=https://localhost:8443",
                        "--server.ssl.certificate="
                                + directory.resolve("chain.pem").toUri(),
                        "--server.ssl.certificate-private-key="
                                + directory.resolve("key.pem").toUri());
                HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            String port = running.getEnvironment().getProperty("local.server.port");
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
        }
    }

    private static KeyStore selfSigned(Path directory) throws Exception {
        Path store = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(SECRET),
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, SECRET);
        }
        return keys;
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    @Test
    @Tag("GW-02")
    void startsWithoutIdentityAndWithoutDiscovery() {
        try (ConfigurableApplicationContext running = start(
                "--server.address=127.0.0.1",
                "--eureka.client.enabled=true",
                "--EUREKA_URL=http://u:p@127.0.0.1:9/eureka/")) {
            assertThat(running.isRunning()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .properties(
                        "SERVER_PORT=0",
                        "eureka.client.enabled=false",
                        "CLEARPOST_ISSUER=http://localhost:8080",
                        "SERVICE_SECRET=x")
                .run(arguments);
    }
}
