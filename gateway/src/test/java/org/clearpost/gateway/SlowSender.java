package org.clearpost.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection whose request arrives as slowly as a test wants. Its own read time-out is its pace. */
final class SlowSender implements AutoCloseable {

    private static final int PACE_MILLIS = 50;

    private final Socket socket;
    private final ByteArrayOutputStream answered = new ByteArrayOutputStream();
    private boolean ended;

    SlowSender(String head) throws IOException {
        socket = new Socket("127.0.0.1", GatewayRunning.PORT);
        socket.setSoTimeout(PACE_MILLIS);
        socket.setTcpNoDelay(true);
        send(head + "\r\n");
    }

    /** The head of a write with cookies by the person signed in at this browser. */
    static String head(Browser browser, String path, int length) {
        return head(path, length) + "Cookie: __Host-clearpost=" + browser.cookie("__Host-clearpost") + "; XSRF-TOKEN="
                + browser.cookie("XSRF-TOKEN") + "\r\nX-XSRF-TOKEN: " + browser.cookie("XSRF-TOKEN") + "\r\n";
    }

    static String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Length: " + length + "\r\n";
    }

    SlowSender send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Listens for a moment: whether the answer contains these words by now. */
    boolean hears(String words) throws IOException {
        goOn();
        if (!ended) {
            listen();
        }
        return answer().contains(words);
    }

    /** Listens until the answer contains these words or the connection ends. */
    String waitFor(String words) throws IOException {
        while (!ended && !answer().contains(words)) {
            goOn();
            listen();
        }
        return answer();
    }

    /** What the gateway said until it closed the connection. */
    String untilClosed(boolean dribbling) throws IOException {
        while (!ended) {
            goOn();
            if (dribbling) {
                sendIfOpen("x");
            }
            listen();
        }
        return answer();
    }

    String answer() {
        return answered.toString(StandardCharsets.UTF_8);
    }

    /** A test whose time is over ends, whatever it was waiting for. */
    private void goOn() throws IOException {
        if (Thread.interrupted()) {
            throw new InterruptedIOException("took too long, after: " + answer());
        }
    }

    private void sendIfOpen(String text) throws IOException {
        try {
            send(text);
        } catch (SocketException closed) {
            // Whether it was closed is for reading to say: an answer may still be there.
        }
    }

    private void listen() throws IOException {
        InputStream in = socket.getInputStream();
        try {
            byte[] some = new byte[8192];
            int read = in.read(some);
            if (read < 0) {
                ended = true;
            } else {
                answered.write(some, 0, read);
            }
        } catch (SocketTimeoutException nothingYet) {
            // The pace.
        } catch (SocketException reset) {
            ended = true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
