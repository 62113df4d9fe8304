package org.clearpost.media.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A picture as a decision reads it: the digest (SHA-256, hexadecimal) of its cleaned copy, and what the file that was sent
 * carried. Only the bytes with this digest are ever cleared.
 */
public record PictureFacts(PictureId id, String digest, Set<PictureFinding> findings) {

    public PictureFacts {
        Set<PictureFinding> inOrder = EnumSet.noneOf(PictureFinding.class);
        inOrder.addAll(findings);
        findings = Collections.unmodifiableSet(inOrder);
    }
}
