package org.clearpost.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A code a group admin reads out or writes down for somebody: 60 random bits as three groups of four letters and digits
 * that are hard to confuse. Only its digest is kept.
 */
public record OneTimeCode(String shown) {

    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static OneTimeCode random(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int place = 0; place < 12; place++) {
            if (place > 0 && place % 4 == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new OneTimeCode(code.toString());
    }

    public byte[] digest() {
        return digestOf(shown);
    }

    /** The digest of a code as typed: hyphens, spaces and capitals make no difference. */
    public static byte[] digestOf(String typed) {
        return sha256(tidy(typed).getBytes(StandardCharsets.UTF_8));
    }

    /** What counts of a code as typed. */
    public static String tidy(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
