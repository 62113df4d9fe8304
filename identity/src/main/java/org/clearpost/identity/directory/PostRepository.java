package org.clearpost.identity.directory;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearpost.identity.directory.model.DirectoryProblem;
import org.clearpost.identity.directory.model.GroupAdmins;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.PostId;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The posts held in the group whose transaction is open. */
@Repository
public class PostRepository {

    private static final String HELD_TODAY =
            "state <> 'ENDED' AND starts <= :today AND (ends IS NULL OR ends >= :today)";

    private final DatabaseClient database;

    PostRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Refused when the person holds the same post during any of the same days. */
    Mono<Void> insert(UUID group, PostHeld post) {
        SettingId setting = post.setting();
        LocalDate to = post.to();
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO post_held (group_id, id, person_id, setting_id, role, deputy, starts, ends, state)
                        VALUES (:group, :id, :person, :setting, :role, :deputy, :starts, :ends, :state)
                        """)
                .bind("group", group)
                .bind("id", post.id().value())
                .bind("person", post.person().value())
                .bind("role", post.role().name())
                .bind("deputy", post.deputy())
                .bind("starts", post.from())
                .bind("state", post.state().name());
        insert = setting == null ? insert.bindNull("setting", UUID.class) : insert.bind("setting", setting.value());
        insert = to == null ? insert.bindNull("ends", LocalDate.class) : insert.bind("ends", to);
        return insert.fetch()
                .rowsUpdated()
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        refused -> String.valueOf(refused.getMessage()).contains("post_held_once")
                                ? new RefusedException(DirectoryProblem.POST_HELD_ALREADY)
                                : refused)
                .then();
    }

    /** Keeps the end of a post that had not ended; of two who end it, one is refused. */
    Mono<Void> saveEnd(PostHeld ended) {
        LocalDate to = ended.to();
        DatabaseClient.GenericExecuteSpec update = database.sql(
                        """
                        UPDATE post_held SET ends = :ends, state = :state WHERE id = :id AND state <> 'ENDED'
                        """)
                .bind("state", ended.state().name())
                .bind("id", ended.id().value());
        update = to == null ? update.bindNull("ends", LocalDate.class) : update.bind("ends", to);
        return update.fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(DirectoryProblem.POST_ENDED)))
                .then();
    }

    Mono<PostHeld> find(PersonId person, PostId id) {
        return database.sql("SELECT * FROM post_held WHERE id = :id AND person_id = :person")
                .bind("id", id.value())
                .bind("person", person.value())
                .map(PostRepository::post)
                .one()
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    /** All posts of these people, ended ones too, in the order they began. */
    public Mono<List<PostHeld>> of(Collection<PersonId> people) {
        return database.sql("SELECT * FROM post_held WHERE person_id = ANY(:people) ORDER BY starts, id")
                .bind("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .map(PostRepository::post)
                .all()
                .collectList();
    }

    /** Posts of a person that are held today or planned. */
    Mono<List<PostHeld>> notEnded(PersonId person) {
        return database.sql(
                        "SELECT * FROM post_held WHERE person_id = :person AND state <> 'ENDED' ORDER BY starts, id")
                .bind("person", person.value())
                .map(PostRepository::post)
                .all()
                .collectList();
    }

    Mono<List<PostHeld>> heldToday(PersonId person, LocalDate today) {
        return database.sql(
                        "SELECT * FROM post_held WHERE person_id = :person AND " + HELD_TODAY + " ORDER BY starts, id")
                .bind("person", person.value())
                .bind("today", today)
                .map(PostRepository::post)
                .all()
                .collectList();
    }

    /** Read under the group's lock, or the answer may be old before it is used. */
    Mono<GroupAdmins> groupAdmins(LocalDate today) {
        return database.sql(
                        """
                        SELECT h.person_id
                          FROM post_held h
                          JOIN person p ON p.group_id = h.group_id AND p.id = h.person_id
                         WHERE h.role = 'GROUP_ADMIN' AND h.state <> 'ENDED' AND h.starts <= :today AND h.ends IS NULL
                           AND p.status = 'ACTIVE'
                        """)
                .bind("today", today)
                .map(row -> new PersonId(Columns.value(row, "person_id", UUID.class)))
                .all()
                .collect(Collectors.toSet())
                .map(GroupAdmins::new);
    }

    /** Ends every post at a setting that closes, and gives the people who held or were to hold one. */
    Mono<List<PersonId>> endAllAt(SettingId setting, LocalDate today) {
        return database.sql(
                        """
                        WITH ended AS (
                            UPDATE post_held SET state = 'ENDED', ends = least(coalesce(ends, :today), :today)
                             WHERE setting_id = :setting AND state <> 'ENDED'
                            RETURNING person_id
                        )
                        SELECT DISTINCT person_id FROM ended
                        """)
                .bind("today", today)
                .bind("setting", setting.value())
                .map(row -> new PersonId(Columns.value(row, "person_id", UUID.class)))
                .all()
                .collectList();
    }

    /** Who holds {@code role} today at one of the settings, deputies included. */
    Mono<List<PersonId>> holdersToday(RoleCode role, Collection<SettingId> settings, LocalDate today) {
        return database.sql(
                        "SELECT DISTINCT person_id FROM post_held WHERE setting_id = ANY(:settings) AND role = :role AND "
                                + HELD_TODAY)
                .bind("settings", settings.stream().map(SettingId::value).toArray(UUID[]::new))
                .bind("role", role.name())
                .bind("today", today)
                .map(row -> new PersonId(Columns.value(row, "person_id", UUID.class)))
                .all()
                .collectList();
    }

    /** Groups with a post that began or ended by the calendar and nobody was told. Asked across all groups. */
    Flux<UUID> groupsWithPassedDates(LocalDate today) {
        return database.sql(
                        """
                        SELECT DISTINCT group_id FROM post_held
                         WHERE state = 'PLANNED' AND starts <= :today OR state = 'CURRENT' AND ends < :today
                        """)
                .bind("today", today)
                .map(row -> Columns.value(row, "group_id", UUID.class))
                .all();
    }

    /** Notes what the calendar did to this group's posts. A second instance doing the same finds nothing left. */
    Mono<List<PersonId>> notePassedDates(LocalDate today) {
        return database.sql(
                        """
                        WITH noted AS (
                            UPDATE post_held SET state = CASE WHEN ends < :today THEN 'ENDED' ELSE 'CURRENT' END
                             WHERE state = 'PLANNED' AND starts <= :today OR state = 'CURRENT' AND ends < :today
                            RETURNING person_id
                        )
                        SELECT DISTINCT person_id FROM noted
                        """)
                .bind("today", today)
                .map(row -> new PersonId(Columns.value(row, "person_id", UUID.class)))
                .all()
                .collectList();
    }

    private static PostHeld post(Readable row) {
        UUID setting = row.get("setting_id", UUID.class);
        return new PostHeld(
                new PostId(Columns.value(row, "id", UUID.class)),
                new PersonId(Columns.value(row, "person_id", UUID.class)),
                setting == null ? null : new SettingId(setting),
                RoleCode.valueOf(Columns.value(row, "role", String.class)),
                Columns.value(row, "deputy", Boolean.class),
                Columns.value(row, "starts", LocalDate.class),
                row.get("ends", LocalDate.class),
                PostHeld.State.valueOf(Columns.value(row, "state", String.class)));
    }
}
