package org.clearpost.media.roster;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.edge.SearchWords;
import org.clearpost.media.facts.PeopleFacts;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People who may be pictured. */
@Repository
class RosterRepository {

    /** Whoever has left stays on file but on no list. */
    private static final String STILL_HERE =
            " s.setting_id = :setting AND (s.ended_on IS NULL OR s.ended_on >= :today) ";

    private final DatabaseClient database;

    RosterRepository(DatabaseClient database) {
        this.database = database;
    }

    /** One person's row, with what a decision would read of them. */
    record Entry(PersonFacts facts, UUID setting, String className, @Nullable String externalId, int revision) {

        Cursor cursor() {
            return Cursor.of(facts.id().toString());
        }
    }

    record ClassSize(String name, int people) {}

    /** What a list is narrowed to. */
    record Filter(@Nullable String query, @Nullable String className, @Nullable SubjectKind kind) {

        /** By what the list is narrowed, without saying to what. */
        List<String> kinds() {
            return ListRead.filters("query", query, "className", className, "kind", kind);
        }
    }

    Flux<ClassSize> classes(UUID setting, LocalDate today) {
        return database.sql("SELECT s.class_name, count(*)::int AS people FROM subject s WHERE " + STILL_HERE
                        + " AND s.class_name <> '' GROUP BY s.class_name ORDER BY s.class_name")
                .bind("setting", setting)
                .bind("today", today)
                .map(row -> new ClassSize(
                        Columns.value(row, "class_name", String.class), Columns.value(row, "people", Integer.class)))
                .all();
    }

    Flux<Entry> list(UUID setting, LocalDate today, Filter filter, @Nullable Cursor after, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        "SELECT s.setting_id, " + PeopleFacts.COLUMNS
                                + " FROM subject s WHERE " + STILL_HERE
                                + """
                          AND (:class::text IS NULL OR s.class_name = :class)
                          AND (:kind::text IS NULL OR s.kind = :kind)
                          AND s.search_text LIKE ALL (:words)
                          AND (:last::uuid IS NULL
                               OR (s.class_name, s.surname, s.first_name, s.id)
                                  > (SELECT l.class_name, l.surname, l.first_name, l.id FROM subject l
                                      WHERE l.id = :last AND l.setting_id = :setting))
                        ORDER BY s.class_name, s.surname, s.first_name, s.id
                        LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("today", today)
                .bind("purposes", PeopleFacts.names(Purpose.OF_PICTURES))
                .bind("words", SearchWords.patterns(filter.query()))
                .bind("rows", rows);
        select = bind(select, "class", filter.className());
        select = bind(
                select, "kind", filter.kind() == null ? null : filter.kind().name());
        select = after == null ? select.bindNull("last", UUID.class) : select.bind("last", after.uuid(0));
        return select.map(RosterRepository::entry).all();
    }

    /** Everybody still here, one by one: nothing is gathered in memory. */
    Flux<PersonFacts> everybody(UUID setting, LocalDate today) {
        return database.sql("SELECT " + PeopleFacts.COLUMNS + " FROM subject s WHERE " + STILL_HERE)
                .bind("setting", setting)
                .bind("today", today)
                .bind("purposes", PeopleFacts.names(Purpose.OF_PICTURES))
                .map(PeopleFacts::person)
                .all();
    }

    Mono<Entry> find(UUID subject) {
        return database.sql("SELECT s.setting_id, " + PeopleFacts.COLUMNS + " FROM subject s WHERE s.id = :id")
                .bind("id", subject)
                .bind("purposes", PeopleFacts.names(Purpose.OF_PICTURES))
                .map(RosterRepository::entry)
                .one();
    }

    /** The social platforms on which the setting has a live account. */
    Mono<Set<Platform>> livePlatforms(UUID setting) {
        return database.sql("SELECT DISTINCT platform FROM official_account WHERE setting_id = :setting AND status ="
                        + " 'LIVE'")
                .bind("setting", setting)
                .map(row -> Platform.valueOf(Columns.value(row, "platform", String.class)))
                .all()
                .filter(Platform::isSocial)
                .collect(Collectors.toSet());
    }

    Mono<Boolean> knowsSetting(UUID setting) {
        return database.sql("SELECT EXISTS (SELECT FROM setting_known WHERE setting_id = :setting)")
                .bind("setting", setting)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    Mono<Void> add(UUID group, UUID id, UUID setting, Particulars person) {
        return bind(
                        bind(
                                database.sql(
                                                """
                                                INSERT INTO subject (group_id, id, setting_id, kind, first_name, surname, class_name, external_id)
                                                VALUES (:group, :id, :setting, :kind, :first, :surname, coalesce(:class, ''), :externalId)
                                                """)
                                        .bind("group", group)
                                        .bind("id", id)
                                        .bind("setting", setting)
                                        .bind("kind", person.kind().name())
                                        .bind("first", person.firstName())
                                        .bind("surname", person.surname()),
                                "class",
                                person.className()),
                        "externalId",
                        person.externalId())
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> new RefusedException(MediaProblem.EXTERNAL_ID_TAKEN))
                .then();
    }

    /** Corrects only the revision that was seen. */
    Mono<Void> correct(UUID id, int seen, Particulars person) {
        return bind(
                        bind(
                                database.sql(
                                                """
                                                UPDATE subject
                                                   SET first_name = :first, surname = :surname, class_name = coalesce(:class, ''),
                                                       external_id = :externalId, revision = revision + 1, version = version + 1
                                                 WHERE id = :id AND revision = :seen
                                                """)
                                        .bind("id", id)
                                        .bind("seen", seen)
                                        .bind("first", person.firstName())
                                        .bind("surname", person.surname()),
                                "class",
                                person.className()),
                        "externalId",
                        person.externalId())
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> new RefusedException(MediaProblem.EXTERNAL_ID_TAKEN))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.CHANGED_MEANWHILE)))
                .then();
    }

    /** Sets the last day of somebody who is still here. Whoever has left does not come back by a later last day. */
    Mono<Void> end(UUID id, LocalDate on, LocalDate today) {
        return database.sql(
                        """
                        UPDATE subject SET ended_on = :on, revision = revision + 1, version = version + 1
                         WHERE id = :id AND (ended_on IS NULL OR ended_on >= :today)
                        """)
                .bind("on", on)
                .bind("id", id)
                .bind("today", today)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.HAS_LEFT)))
                .then();
    }

    private static Entry entry(Readable row) {
        return new Entry(
                PeopleFacts.person(row),
                Columns.value(row, "setting_id", UUID.class),
                Columns.value(row, "class_name", String.class),
                row.get("external_id", String.class),
                Columns.value(row, "revision", Integer.class));
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    /** What is entered about a person. */
    record Particulars(
            SubjectKind kind,
            String firstName,
            String surname,
            @Nullable String className,
            @Nullable String externalId) {}
}
