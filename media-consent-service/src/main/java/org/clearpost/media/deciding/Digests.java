package org.clearpost.media.deciding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of the three texts kept of a decision, taken when it was given. */
record Digests(String request, String facts, String answer) {

    static Digests of(String request, String facts, String answer) {
        return new Digests(sha256(request), sha256(facts), sha256(answer));
    }

    static Digests read(String text) {
        String[] parts = text.split(" ", 3);
        return parts.length == 3 ? new Digests(parts[0], parts[1], parts[2]) : new Digests("", "", "");
    }

    String text() {
        return request + " " + facts + " " + answer;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
