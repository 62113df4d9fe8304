package org.clearpost.media.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person as a decision read them: name, whether they have left, their current answers, the days on which a court's
 * order or a dispute stands against every use, and whether a safeguarding lead holds them back. Everything outside
 * learns of a restriction or a hold only as NOT_CLEARED, as it does of a refusal.
 */
public record PersonFacts(
        SubjectId id,
        SubjectKind kind,
        String firstName,
        String surname,
        @Nullable LocalDate endedOn,
        int version,
        boolean held,
        List<ConsentFact> consents,
        List<RestrictedDays> restrictions) {

    /** All four nations keep the same civil time. */
    private static final ZoneId CIVIL_TIME = ZoneId.of("Europe/London");

    public PersonFacts {
        consents = List.copyOf(consents);
        restrictions = List.copyOf(restrictions);
    }

    /** Somebody without any restriction. */
    public PersonFacts(
            SubjectId id,
            SubjectKind kind,
            String firstName,
            String surname,
            @Nullable LocalDate endedOn,
            int version,
            boolean held,
            List<ConsentFact> consents) {
        this(id, kind, firstName, surname, endedOn, version, held, consents, List.of());
    }

    public String fullName() {
        return firstName + " " + surname;
    }

    /**
     * May this person be shown by {@code use} at {@code moment}? A hold, a restriction of that day, having
     * left, or a standing no to being photographed at all, blocks every use.
     */
    public Clearance clearance(Use use, Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, CIVIL_TIME);
        boolean left = endedOn != null && day.isAfter(endedOn);
        boolean restricted = restrictions.stream().anyMatch(days -> days.include(day));
        if (held || restricted || left || refusesToBePhotographed()) {
            return Clearance.NOT_CLEARED;
        }
        return standing(use, moment);
    }

    /** A full name needs its own permission; consent to the picture is not enough. */
    public boolean allowsFullName(Instant moment) {
        return clearance(new Use(Purpose.FULL_NAME, null), moment) == Clearance.CLEARED;
    }

    private boolean refusesToBePhotographed() {
        return consents.stream()
                .anyMatch(row -> row.purpose() == Purpose.TAKING && row.state().isNo());
    }

    /** Of several givers any no wins; one valid yes is enough beside silence. */
    private Clearance standing(Use use, Instant moment) {
        Clearance standing = Clearance.NOT_ASKED;
        for (ConsentFact row : consents) {
            if (!row.speaksFor(use)) {
                continue;
            }
            ConsentState state = row.state().at(moment, row.validUntil());
            if (state.isNo()) {
                return Clearance.NOT_CLEARED;
            }
            if (state == ConsentState.ACTIVE) {
                standing = Clearance.CLEARED;
            } else if (standing == Clearance.NOT_ASKED) {
                standing = Clearance.NOT_CLEARED;
            }
        }
        return standing;
    }
}
