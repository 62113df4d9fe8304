package org.clearpost.media.notices;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.clearpost.media.edge.CivilDay;
import org.jspecify.annotations.Nullable;

/** A notice as its reader sees it: that something changed, and where to look. Never why, and nobody's name. */
record NoticeView(
        UUID id,
        NoticeKind kind,
        String sentence,
        UUID decisionId,
        @Nullable UUID takedownId,
        UUID settingId,
        String account,
        Instant askedAt,
        Instant madeAt,
        @Nullable Instant seenAt) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(CivilDay.ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.UK).withZone(CivilDay.ZONE);

    static NoticeView of(
            UUID id,
            NoticeKind kind,
            UUID decision,
            @Nullable UUID takedown,
            UUID setting,
            String account,
            Instant askedAt,
            Instant madeAt,
            @Nullable Instant seenAt) {
        String asked = CivilDay.of(askedAt).equals(CivilDay.of(madeAt))
                ? TIME.format(askedAt)
                : DAY.format(askedAt) + ", " + TIME.format(askedAt);
        String sentence =
                switch (kind) {
                    case ANSWER_CHANGED -> "The answer to your question of " + asked + " has changed: ask again.";
                    case TAKE_DOWN -> "A post of yours on " + account + " has to come down.";
                };
        return new NoticeView(id, kind, sentence, decision, takedown, setting, account, askedAt, madeAt, seenAt);
    }
}
