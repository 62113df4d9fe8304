package org.clearpost.media.pictures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.PictureFinding;
import org.clearpost.media.pictures.model.PictureFormat;
import org.clearpost.media.pictures.model.PictureState;
import org.jspecify.annotations.Nullable;

/**
 * A picture as its uploader sees it. Once the copy is gone only the digest and the times are left.
 *
 * @param digest SHA-256 of the cleaned copy, hexadecimal: what a decision about this picture names
 */
record PictureView(
        UUID id,
        UUID settingId,
        PictureState state,
        List<PictureFinding> findings,
        String digest,
        @Nullable PictureFormat format,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer bytes,
        Instant uploadedAt,
        Instant expiresAt,
        @Nullable Instant endedAt) {}
