package org.clearpost.media.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.Options;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.RestrictedDays;
import org.clearpost.media.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a decision recorded to have read, as the journals still tell them.
 *
 * @param noted whether the versions of rows were noted when the decision was asked; without them nothing is rebuilt
 * @param people those on record, by their ids
 * @param consents the answers the decision names, as they stand now
 * @param accounts by their ids, each in the version that was read, where that is on record
 * @param options in the revision that was read
 * @param wording in the revision that was read
 */
record Past(
        boolean noted,
        Map<UUID, PersonRows> people,
        Map<UUID, AnswerNow> consents,
        Map<UUID, AccountFacts> accounts,
        @Nullable Options options,
        @Nullable Wording wording) {

    static final Past UNKNOWN = new Past(false, Map.of(), Map.of(), Map.of(), null, null);

    /**
     * Everything ever written about one person.
     *
     * @param reached the version the person has reached since
     * @param steps each state an answer ever had, in the order they were written
     * @param endings the last days as they were set, in that order
     */
    record PersonRows(
            UUID id, UUID setting, int reached, List<Step> steps, List<Ending> endings, List<Against> against) {}

    /** One answer from one version of its person on, until the next. */
    record Step(
            UUID consent,
            int revision,
            Purpose purpose,
            @Nullable Platform channel,
            ConsentState state,
            @Nullable Instant validUntil,
            boolean superseded,
            int version,
            Instant knownAt) {}

    record Ending(@Nullable LocalDate on, int version) {}

    /**
     * Something that stood against every use, from one version of the person on until another.
     *
     * @param days the days it stood for; without them it stood for all
     */
    record Against(@Nullable RestrictedDays days, int version, Instant since, @Nullable Integer until) {

        boolean stoodAt(int version) {
            return this.version <= version && (until == null || until > version);
        }
    }

    /** An answer as it stands now, whichever it was when it was read. */
    record AnswerNow(
            UUID subject,
            String purpose,
            @Nullable String channel,
            String state,
            @Nullable Instant validUntil,
            int revision) {}
}
