package org.clearpost.media.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of one restriction, both included; without a last day it stands until it is ended. */
public record RestrictedDays(LocalDate from, @Nullable LocalDate until) {

    boolean include(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
