package org.clearpost.media.consenting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.media.model.Clearance;
import org.clearpost.media.model.Purpose;

/**
 * What held about a person at one moment, as it was known at another.
 *
 * @param on the moment asked about
 * @param known what was recorded later than this is left out
 * @param purposes what a roster would have said
 * @param answers those that stood, in the state they had
 * @param changes the moments at which an answer came or changed, oldest first
 */
record HistoryView(
        UUID subjectId,
        Instant on,
        Instant known,
        Map<Purpose, Clearance> purposes,
        List<ConsentView> answers,
        List<Instant> changes) {}
