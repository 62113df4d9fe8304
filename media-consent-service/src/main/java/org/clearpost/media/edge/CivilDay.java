package org.clearpost.media.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar day it is at a setting. All four nations keep the same civil time. */
public final class CivilDay {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private CivilDay() {}

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The moment the day is over. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
