package org.clearpost.gateway;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where passwords and children's data would cross a network unencrypted: beyond loopback only with TLS.
 * Inside a container network, where the published port is bound to loopback, an operator can say so.
 */
@Component
class LoopbackOrTls {

    LoopbackOrTls(
            ServerProperties server,
            @Value("${clearpost.allow-plain-behind-container:false}") boolean insideContainer) {
        InetAddress address = server.getAddress();
        boolean tls = server.getSsl() != null && server.getSsl().isEnabled();
        if (!tls && !insideContainer && !isLoopback(address)) {
            throw new PlainAddressException(
                    "The gateway listens beyond this machine only with TLS: set SERVER_SSL_CERTIFICATE and"
                            + " SERVER_SSL_CERTIFICATE_PRIVATE_KEY, or listen on 127.0.0.1.");
        }
    }

    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    static final class PlainAddressException extends RuntimeException {

        PlainAddressException(String sentence) {
            super(sentence);
        }
    }
}
