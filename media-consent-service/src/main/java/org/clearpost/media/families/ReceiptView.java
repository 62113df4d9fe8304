package org.clearpost.media.families;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.families.model.Language;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;

/** What was said, when, under which words, signed by whom. */
record ReceiptView(
        UUID id,
        String reference,
        Instant at,
        Language language,
        int wordingVersion,
        String signedName,
        List<Line> answers) {

    record Line(UUID child, String firstName, Purpose purpose, @Nullable Platform channel, Answer answer) {}
}
