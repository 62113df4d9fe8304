package org.clearpost.media.consenting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.RestrictedDays;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads back what held. Every state an answer ever had is in {@code consent_event}, from which nothing is removed. */
@Repository
class HistoryRepository {

    private static final int MOST_CHANGES = 500;

    private final DatabaseClient database;

    HistoryRepository(DatabaseClient database) {
        this.database = database;
    }

    /** What a decision at that moment would have read. */
    record Held(
            SubjectKind kind,
            @Nullable LocalDate endedOn,
            boolean heldBack,
            List<RestrictedDays> restrictions,
            List<ConsentView> answers) {}

    private record Person(SubjectKind kind, @Nullable LocalDate endedOn, boolean heldBack) {}

    /** What takes effect by being recorded is read as it stood at the earlier of the two moments. */
    Mono<Held> of(UUID subject, Instant on, Instant known) {
        Instant recorded = on.isBefore(known) ? on : known;
        return person(subject, recorded, known).flatMap(person -> restrictions(subject, on, known)
                .collectList()
                .flatMap(restrictions -> answers(subject, on, recorded)
                        .collectList()
                        .map(answers ->
                                new Held(person.kind(), person.endedOn(), person.heldBack(), restrictions, answers))));
    }

    /** The moments at which an answer came or changed, oldest first; of very many the latest. */
    Flux<Instant> changes(UUID subject) {
        return database.sql(
                        """
                        SELECT known_at FROM (SELECT DISTINCT known_at FROM consent_event WHERE subject_id = :subject
                                               ORDER BY known_at DESC LIMIT :most) AS latest
                         ORDER BY known_at
                        """)
                .bind("subject", subject)
                .bind("most", MOST_CHANGES)
                .map(row -> Columns.value(row, "known_at", Instant.class))
                .all();
    }

    private Mono<Person> person(UUID subject, Instant recorded, Instant known) {
        return database.sql(
                        """
                        SELECT s.kind,
                               (SELECT e.ended_on FROM subject_ending e
                                 WHERE e.group_id = s.group_id AND e.subject_id = s.id AND e.known_at <= :known
                                 ORDER BY e.seq DESC LIMIT 1) AS ended_on,
                               EXISTS (SELECT FROM hold h
                                        WHERE h.group_id = s.group_id AND h.subject_id = s.id AND h.placed_at <= :recorded
                                          AND (h.lifted_at IS NULL OR h.lifted_at > :recorded)) AS held
                          FROM subject s WHERE s.id = :subject
                        """)
                .bind("known", known)
                .bind("recorded", recorded)
                .bind("subject", subject)
                .map(row -> new Person(
                        SubjectKind.valueOf(Columns.value(row, "kind", String.class)),
                        row.get("ended_on", LocalDate.class),
                        Boolean.TRUE.equals(row.get("held", Boolean.class))))
                .one();
    }

    /** A restriction known by then applied on its days, until it was ended. */
    private Flux<RestrictedDays> restrictions(UUID subject, Instant on, Instant known) {
        return database.sql(
                        """
                        SELECT from_on, until_on FROM restriction
                         WHERE subject_id = :subject AND recorded_at <= :known
                           AND (ended_at IS NULL OR ended_at > :known OR ended_at > :on)
                         ORDER BY from_on, id
                        """)
                .bind("subject", subject)
                .bind("known", known)
                .bind("on", on)
                .map(row -> new RestrictedDays(
                        Columns.value(row, "from_on", LocalDate.class), row.get("until_on", LocalDate.class)))
                .all();
    }

    private Flux<ConsentView> answers(UUID subject, Instant on, Instant recorded) {
        return database.sql(
                        "SELECT e.state AS state_then, e.valid_until AS valid_until_then, e.superseded, "
                                + ConsentRepository.COLUMNS
                                + ConsentRepository.FROM
                                + """
                          JOIN (SELECT DISTINCT ON (consent_id) consent_id, state, valid_until, superseded
                                  FROM consent_event WHERE subject_id = :subject AND known_at <= :recorded
                                 ORDER BY consent_id, seq DESC) e ON e.consent_id = c.id AND NOT e.superseded
                         WHERE c.subject_id = :subject
                         ORDER BY c.purpose, c.channel, c.recorded_at, c.id
                        """)
                .bind("subject", subject)
                .bind("recorded", recorded)
                .map(row -> {
                    ConsentView now = ConsentRepository.view(row, on);
                    Instant validUntil = row.get("valid_until_then", Instant.class);
                    ConsentState then = ConsentState.valueOf(Columns.value(row, "state_then", String.class))
                            .at(on, validUntil);
                    return now.asItStood(then, validUntil);
                })
                .all();
    }
}
