package org.clearpost.media.consenting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.SubjectDoor;
import org.clearpost.media.consenting.HistoryRepository.Held;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.ConsentFact;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.RosterStanding;
import org.clearpost.media.model.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Tells what held on one day as it was known on another. An answer holds from the moment it is recorded, so nothing
 * recorded later changes what held before; days that are dated themselves (the end of a yes, a last day, a restriction)
 * are applied as far as they were known.
 */
@Service
class ReadHistory {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final int LONGEST_DAYS_AHEAD = 20 * 365;

    private final TenantTransaction transaction;
    private final SubjectDoor door;
    private final HistoryRepository history;
    private final AuditLog audit;
    private final Clock clock;

    ReadHistory(
            TenantTransaction transaction, SubjectDoor door, HistoryRepository history, AuditLog audit, Clock clock) {
        this.transaction = transaction;
        this.door = door;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<HistoryView> asOf(Caller caller, UUID subject, @Nullable Instant askedOn, @Nullable Instant askedKnown) {
        return Mono.defer(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant on = askedOn == null ? now : askedOn;
            Instant known = askedKnown == null ? now : askedKnown;
            check(on, known, now);
            return transaction.within(
                    caller, door.hidden(caller, subject, Access::handlesConsent).flatMap(found -> audit.record(
                                    caller, "consent.history-read", "subject", subject, found.setting())
                            .then(history.of(subject, on, known))
                            .flatMap(held -> history.changes(subject)
                                    .collectList()
                                    .map(changes -> new HistoryView(
                                            subject,
                                            on,
                                            known,
                                            RosterStanding.of(facts(found.id(), held), named(held), on),
                                            held.answers(),
                                            changes)))));
        });
    }

    private static void check(Instant on, Instant known, Instant now) {
        Fields fields = new Fields();
        if (known.isAfter(now)) {
            fields.refuse("/known", "Nobody knows yet what will be known then.");
        }
        if (known.isBefore(EARLIEST)) {
            fields.refuse("/known", "This date is too long ago.");
        }
        if (on.isBefore(EARLIEST) || on.isAfter(now.plus(LONGEST_DAYS_AHEAD, ChronoUnit.DAYS))) {
            fields.refuse("/on", "This date is too far away.");
        }
        fields.check();
    }

    private static PersonFacts facts(UUID subject, Held held) {
        return new PersonFacts(
                new SubjectId(subject),
                held.kind(),
                "",
                "",
                held.endedOn(),
                0,
                held.heldBack(),
                held.answers().stream()
                        .map(row -> new ConsentFact(
                                row.id(), 0, row.purpose(), row.channel(), row.state(), row.validUntil()))
                        .toList(),
                held.restrictions());
    }

    /** Social media counts as cleared when it was cleared on each platform that an answer named. */
    private static Set<Platform> named(Held held) {
        return held.answers().stream()
                .map(ConsentView::channel)
                .filter(channel -> channel != null)
                .collect(Collectors.toSet());
    }
}
