package org.clearpost.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import org.clearpost.launcher.Failure;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesEachPortOnce() {
        var ports = new Ports();
        var given = new HashSet<Integer>();
        for (var i = 0; i < 50; i++) {
            assertThat(given.add(ports.pick())).isTrue();
        }
        assertThat(given).allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.require("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(Failure.class)
                    .hasMessage("Port %d is taken: stop what uses it, or choose another with --port.".formatted(port));
        }
        assertThatCode(() -> Ports.require("127.0.0.1", port)).doesNotThrowAnyException();
    }

    @Test
    void saysThatAnAddressIsNotOurs() {
        assertThatThrownBy(() -> Ports.require("192.0.2.1", 8080))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("192.0.2.1");
    }
}
