package org.clearpost.launcher.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.build.JavaRuntime;
import org.clearpost.launcher.data.DataDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Where people reach the platform.
 *
 * <p>Without being asked nothing is reachable from other machines; when asked, only the entrance is, and only with TLS.
 */
public final class Access {

    private static final String LOOPBACK = "127.0.0.1";

    private final String listen;
    private final int port;
    private final String publicAddress;
    private final Map<String, String> tlsEnvironment;

    private Access(String listen, int port, String publicAddress, Map<String, String> tlsEnvironment) {
        this.listen = listen;
        this.port = port;
        this.publicAddress = publicAddress;
        this.tlsEnvironment = Map.copyOf(tlsEnvironment);
    }

    public static Access onThisMachine(int port) {
        return new Access(LOOPBACK, port, "http://localhost:" + port, Map.of());
    }

    /** Reachable from other machines, with the certificate in these two PEM files. */
    public static Access withCertificate(
            String listen, int port, @Nullable String publicAddress, Path certificate, Path key) {
        for (var file : List.of(certificate, key)) {
            if (!Files.isReadable(file)) {
                throw new Failure("%s cannot be read.".formatted(file));
            }
        }
        var environment = new TreeMap<String, String>();
        environment.put("SERVER_SSL_CERTIFICATE", certificate.toUri().toString());
        environment.put("SERVER_SSL_CERTIFICATEPRIVATEKEY", key.toUri().toString());
        return new Access(listen, port, address(listen, port, publicAddress), environment);
    }

    /** Reachable from other machines, with a certificate of our own that no browser trusts. */
    public static Access withGeneratedCertificate(
            String listen, int port, @Nullable String publicAddress, DataDirectory data) {
        var address = address(listen, port, publicAddress);
        var store = data.file("tls.p12").toAbsolutePath();
        var password = data.secrets().forNames(List.of("TLS_PASSWORD")).getOrDefault("TLS_PASSWORD", "");
        if (!Files.exists(store)) {
            generate(store, password, URI.create(address).getHost());
        }
        var environment = new TreeMap<String, String>();
        environment.put("SERVER_SSL_KEYSTORE", store.toUri().toString());
        environment.put("SERVER_SSL_KEYSTORETYPE", "PKCS12");
        environment.put("SERVER_SSL_KEYSTOREPASSWORD", password);
        return new Access(listen, port, address, environment);
    }

    public static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new Failure("%s is not an address of this machine.".formatted(address), e);
        }
    }

    public String listen() {
        return listen;
    }

    public int port() {
        return port;
    }

    /** What people type, and what tokens are issued by. */
    public String publicAddress() {
        return publicAddress;
    }

    /** The same entrance as this machine reaches it. */
    public String localAddress() {
        var host = isWildcard(listen) ? LOOPBACK : listen;
        return "%s://%s:%d".formatted(isTls() ? "https" : "http", host.contains(":") ? "[" + host + "]" : host, port);
    }

    public boolean isTls() {
        return !tlsEnvironment.isEmpty();
    }

    Map<String, String> tlsEnvironment() {
        return tlsEnvironment;
    }

    boolean isWildcard(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    private static String address(String listen, int port, @Nullable String asked) {
        if (asked != null) {
            var uri = URI.create(asked);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
                throw new Failure("%s is not an address that starts with https://.".formatted(asked));
            }
            return asked.replaceAll("/+$", "");
        }
        try {
            var host = listen.equals("0.0.0.0") || listen.equals("::")
                    ? InetAddress.getLocalHost().getHostName()
                    : listen;
            return "https://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
        } catch (UnknownHostException e) {
            throw new Failure("This machine does not know its name: give the address people use with --address.", e);
        }
    }

    private static void generate(Path store, String password, String host) {
        var isNumber = host.matches("[0-9.]+") || host.startsWith("[");
        var name = (isNumber ? "ip:" : "dns:") + host.replaceAll("[\\[\\]]", "");
        try {
            var builder = new ProcessBuilder(
                            JavaRuntime.current().program("keytool"),
                            "-genkeypair",
                            "-alias",
                            "clearpost",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-validity",
                            "397",
                            "-dname",
                            "CN=Clearpost",
                            "-ext",
                            "SAN=" + name + ",dns:localhost,ip:" + LOOPBACK,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass:env",
                            "STORE_PASSWORD")
                    .redirectErrorStream(true);
            builder.environment().put("STORE_PASSWORD", password);
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new Failure("A certificate could not be generated: " + said.strip());
            }
            store.toFile().setReadable(false, false);
            store.toFile().setReadable(true, true);
        } catch (IOException e) {
            throw new Failure("A certificate could not be generated: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Generating a certificate was interrupted.", e);
        }
    }
}
