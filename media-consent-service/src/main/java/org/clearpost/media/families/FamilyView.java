package org.clearpost.media.families;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.media.families.model.Language;
import org.clearpost.media.families.model.Wording;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;

/** What a family sees once let in: their own children by first name, what they are asked, and their own answers. */
record FamilyView(
        String setting,
        int wordingVersion,
        Map<Language, Wording> wording,
        List<FamilyQuestion> questions,
        List<OwnChild> children,
        List<ReceiptLine> receipts,
        Instant until) {

    /** One question, on a page of its own. */
    record FamilyQuestion(Purpose purpose, @Nullable Platform channel) {}

    record OwnChild(UUID id, String firstName, List<StandingAnswer> answers) {}

    /** An answer of theirs that stands. */
    record StandingAnswer(Purpose purpose, @Nullable Platform channel, Answer answer, Instant at) {}

    record ReceiptLine(UUID id, String reference, Instant at) {}

    /** The questions of a setting that posts to {@code channels}. */
    static List<FamilyQuestion> questions(List<Platform> channels) {
        return Wording.ASKED.stream()
                .flatMap(purpose -> purpose.hasChannels() && !channels.isEmpty()
                        ? channels.stream().map(channel -> new FamilyQuestion(purpose, channel))
                        : java.util.stream.Stream.of(new FamilyQuestion(purpose, null)))
                .toList();
    }
}
