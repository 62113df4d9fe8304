package org.clearpost.media.consenting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Which yes is going to lapse, and which families were asked about it lately: the forecast shows by the same words what a
 * renewal asks.
 *
 * @param lastDay the last day by which a yes ends to be among them
 */
public record Lapsing(LocalDate lastDay, LocalDate today, Instant now) {

    /** A family that was asked within these days is not written to again by a renewal; it can be reminded. */
    public static final int REST_DAYS = 30;

    /**
     * For tables {@code c} (consent) and {@code s} (subject); binds {@code :setting}, {@code :until} and {@code :today}.
     */
    public static final String CONSENT =
            """
             s.setting_id = :setting AND (s.ended_on IS NULL OR s.ended_on >= :today)
             AND c.valid_until <= :until AND c.superseded_at IS NULL AND c.state = 'ACTIVE'
            """;

    /** For tables {@code g} (giver), {@code sg} (subject_giver) and {@code s}: MAIL, CODE or FORM; binds {@code :today}. */
    public static final String WAY = "CASE WHEN NOT (g.type IN ('PARENT', 'CARER') AND " + Entitled.CHILD
            + ") THEN 'FORM' WHEN g.email IS NULL THEN 'CODE' ELSE 'MAIL' END";

    private static final int USUAL_DAYS_AHEAD = 90;
    private static final int LONGEST_YEARS_AHEAD = 20;

    /** How the giver of a yes can be asked to give it again. */
    public enum Way {
        MAIL,
        /** At collection time, by a code on a tablet. */
        CODE,
        /** Somebody who does not answer by link, such as a pupil or an adult: on the form. */
        FORM
    }

    /** Those that end by the day asked about, or within some months. */
    public static Lapsing until(@Nullable LocalDate asked, Instant now) {
        LocalDate today = CivilDay.of(now);
        LocalDate until = asked == null ? today.plusDays(USUAL_DAYS_AHEAD) : asked;
        Fields fields = new Fields();
        if (until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS_AHEAD))) {
            fields.refuse("/until", "This date is in the past or too far ahead.");
        }
        fields.check();
        return new Lapsing(until, today, now);
    }

    /** The moment by which a yes has lapsed. */
    public Instant end() {
        return CivilDay.endOf(lastDay);
    }

    /** Who was asked before this moment may be asked again. */
    public Instant restedSince() {
        return now.minus(Duration.ofDays(REST_DAYS));
    }
}
