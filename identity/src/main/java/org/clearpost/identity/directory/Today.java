package org.clearpost.identity.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The day it is where the settings are: all four nations keep one clock. */
@Component
public class Today {

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    public LocalDate date() {
        return LocalDate.now(clock.withZone(UNITED_KINGDOM));
    }
}
