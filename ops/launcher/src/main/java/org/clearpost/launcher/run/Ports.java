package org.clearpost.launcher.run;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.clearpost.launcher.Failure;

/** Free ports of this machine: never the same one twice, and none that outgoing connections are given. */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final Set<Integer> given = new HashSet<>();

    public synchronized int pick() {
        for (var i = 0; i < TRIES; i++) {
            var port = FIRST + random.nextInt(LAST - FIRST);
            if (!given.contains(port) && isFree(InetAddress.getLoopbackAddress(), port)) {
                given.add(port);
                return port;
            }
        }
        throw new Failure("This machine has no free port between %d and %d.".formatted(FIRST, LAST));
    }

    public static void require(String address, int port) {
        try {
            if (!tryOpen(InetAddress.getByName(address), port)) {
                throw new Failure(
                        "Port %d is taken: stop what uses it, or choose another with --port.".formatted(port));
            }
        } catch (UnknownHostException e) {
            throw new Failure("%s is not an address of this machine.".formatted(address), e);
        } catch (IOException e) {
            throw new Failure("Port %d of %s cannot be opened: %s".formatted(port, address, e.getMessage()), e);
        }
    }

    private static boolean isFree(InetAddress address, int port) {
        try {
            return tryOpen(address, port);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean tryOpen(InetAddress address, int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return true;
        } catch (BindException e) {
            if (String.valueOf(e.getMessage()).contains("in use")) {
                return false;
            }
            throw e;
        }
    }
}
