package org.clearpost.media.consenting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.edge.SearchWords;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Answers across a setting. */
@Repository
class SearchRepository {

    private static final String SELECT = "SELECT s.first_name, s.surname, s.class_name, s.ended_on, "
            + ConsentRepository.COLUMNS
            + ConsentRepository.FROM
            + " JOIN subject s ON s.group_id = c.group_id AND s.id = c.subject_id ";

    private final DatabaseClient database;

    SearchRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Which answers.
     *
     * @param history with those that later ones have replaced
     */
    record Filter(
            @Nullable String query,
            @Nullable String className,
            @Nullable Purpose purpose,
            @Nullable ConsentState state,
            boolean history) {

        List<String> kinds() {
            List<String> kinds = new ArrayList<>(
                    ListRead.filters("query", query, "className", className, "purpose", purpose, "state", state));
            if (history) {
                kinds.add("history");
            }
            return kinds;
        }
    }

    Flux<FoundConsent> find(UUID setting, Filter filter, Instant now, @Nullable Cursor after, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        SELECT
                                + """
                         WHERE s.setting_id = :setting
                           AND (:history OR c.superseded_at IS NULL)
                           AND (:class::text IS NULL OR s.class_name = :class)
                           AND (:purpose::text IS NULL OR c.purpose = :purpose)
                           AND (:state::text IS NULL
                                OR :state = CASE WHEN c.superseded_at IS NOT NULL THEN 'SUPERSEDED'
                                                 WHEN c.state = 'ACTIVE' AND c.valid_until <= :now THEN 'EXPIRED'
                                                 ELSE c.state END)
                           AND s.search_text LIKE ALL (:words)
                           AND (:lastId::uuid IS NULL
                                OR (s.class_name, s.surname, s.first_name, s.id, c.id)
                                   > (SELECT l.class_name, l.surname, l.first_name, l.id, :lastId::uuid FROM subject l
                                       WHERE l.id = :lastSubject AND l.setting_id = :setting))
                         ORDER BY s.class_name, s.surname, s.first_name, s.id, c.id
                         LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("history", filter.history() || filter.state() == ConsentState.SUPERSEDED)
                .bind("now", now)
                .bind("words", SearchWords.patterns(filter.query()))
                .bind("rows", rows);
        select = bind(select, "class", filter.className());
        select = bind(
                select,
                "purpose",
                filter.purpose() == null ? null : filter.purpose().name());
        select = bind(
                select, "state", filter.state() == null ? null : filter.state().name());
        select = after == null
                ? select.bindNull("lastSubject", UUID.class).bindNull("lastId", UUID.class)
                : select.bind("lastSubject", after.uuid(0)).bind("lastId", after.uuid(1));
        return select.map(row -> found(row, now)).all();
    }

    Flux<LapsingConsent> lapsing(UUID setting, Lapsing span, @Nullable Cursor after, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        "SELECT s.first_name, s.surname, s.class_name, a.asked_at, "
                                + Lapsing.WAY + " AS way, " + ConsentRepository.COLUMNS + ConsentRepository.FROM
                                + """
                         JOIN subject s ON s.group_id = c.group_id AND s.id = c.subject_id
                         LEFT JOIN family_ask a ON a.group_id = c.group_id AND a.giver_id = c.giver_id AND a.asked_at > :rested
                        WHERE\s"""
                                + Lapsing.CONSENT
                                + """
                           AND (:lastAt::timestamptz IS NULL OR (c.valid_until, c.id) > (:lastAt, :lastId))
                         ORDER BY c.valid_until, c.id
                         LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("today", span.today())
                .bind("until", span.end())
                .bind("rested", span.restedSince())
                .bind("rows", rows);
        select = after == null
                ? select.bindNull("lastAt", Instant.class).bindNull("lastId", UUID.class)
                : select.bind("lastAt", after.instant(0)).bind("lastId", after.uuid(1));
        return select.map(row -> lapsing(row, span)).all();
    }

    private static LapsingConsent lapsing(Readable row, Lapsing span) {
        String className = Columns.value(row, "class_name", String.class);
        ConsentView consent = ConsentRepository.view(row, span.now());
        return new LapsingConsent(
                consent.subjectId(),
                Columns.value(row, "first_name", String.class),
                Columns.value(row, "surname", String.class),
                className.isEmpty() ? null : className,
                consent,
                Lapsing.Way.valueOf(Columns.value(row, "way", String.class)),
                row.get("asked_at", Instant.class));
    }

    private static FoundConsent found(Readable row, Instant now) {
        String className = Columns.value(row, "class_name", String.class);
        ConsentView consent = ConsentRepository.view(row, now);
        return new FoundConsent(
                consent.subjectId(),
                Columns.value(row, "first_name", String.class),
                Columns.value(row, "surname", String.class),
                className.isEmpty() ? null : className,
                row.get("ended_on", LocalDate.class),
                consent);
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }
}
