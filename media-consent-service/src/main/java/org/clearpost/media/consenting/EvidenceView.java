package org.clearpost.media.consenting;

import java.time.Instant;
import java.util.UUID;

/**
 * A scan that is kept.
 *
 * @param digest the SHA-256 of its bytes, in hexadecimal
 */
record EvidenceView(UUID id, UUID subjectId, String mediaType, int bytes, String digest, Instant uploadedAt) {}
