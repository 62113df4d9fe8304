package org.clearpost.media.families.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * The secret of one link or session: the group it belongs to and 32 random bytes. Only its hash is kept. What is no key
 * of ours reads as a key that nobody has, so that it is looked for like any other.
 */
public final class LinkKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 48;
    private static final UUID NO_GROUP = new UUID(0, 0);

    private final UUID group;
    private final String text;

    private LinkKey(UUID group, String text) {
        this.group = group;
        this.text = text;
    }

    public static LinkKey fresh(UUID group) {
        byte[] secret = new byte[LENGTH - 16];
        RANDOM.nextBytes(secret);
        byte[] all = ByteBuffer.allocate(LENGTH)
                .putLong(group.getMostSignificantBits())
                .putLong(group.getLeastSignificantBits())
                .put(secret)
                .array();
        return new LinkKey(group, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    }

    public static LinkKey read(String text) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length == LENGTH) {
                ByteBuffer bytes = ByteBuffer.wrap(all);
                return new LinkKey(new UUID(bytes.getLong(), bytes.getLong()), text);
            }
        } catch (IllegalArgumentException unreadable) {
            // Falls through: looked for like any other.
        }
        return new LinkKey(NO_GROUP, text);
    }

    public UUID group() {
        return group;
    }

    public String text() {
        return text;
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** Never the secret: a key may end up in a message. */
    @Override
    public String toString() {
        return "LinkKey of " + group;
    }
}
