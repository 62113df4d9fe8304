package org.clearpost.identity.directory;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.directory.model.DirectoryProblem;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PersonType;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The people of the group whose transaction is open. */
@Repository
public class PersonRepository {

    private final DatabaseClient database;

    PersonRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> insert(UUID group, Person person) {
        return database.sql(
                        """
                        INSERT INTO person (group_id, id, name, email, person_type, status, epoch, version)
                        VALUES (:group, :id, :name, :email, :type, :status, :epoch, :version)
                        """)
                .bind("group", group)
                .bind("id", person.id().value())
                .bind("name", person.details().name())
                .bind("email", person.details().email().value())
                .bind("type", person.details().type().name())
                .bind("status", person.status().name())
                .bind("epoch", person.epoch())
                .bind("version", person.version())
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> emailTaken())
                .then();
    }

    /** Saves over the version that was read. */
    Mono<Void> save(Person changed) {
        DatabaseClient.GenericExecuteSpec update = database.sql(
                        """
                        UPDATE person
                           SET name = :name, email = :email, person_type = :type, status = :status,
                               manager_id = :manager, epoch = :epoch, version = version + 1
                         WHERE id = :id AND version = :version
                        """)
                .bind("name", changed.details().name())
                .bind("email", changed.details().email().value())
                .bind("type", changed.details().type().name())
                .bind("status", changed.status().name())
                .bind("epoch", changed.epoch())
                .bind("id", changed.id().value())
                .bind("version", changed.version());
        PersonId manager = changed.lineManager();
        update = manager == null ? update.bindNull("manager", UUID.class) : update.bind("manager", manager.value());
        return update.fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> emailTaken())
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.CHANGED_MEANWHILE)))
                .then();
    }

    /** Outdates every token of a person whose posts or password have changed. */
    Mono<Void> raiseEpoch(PersonId id) {
        return database.sql("UPDATE person SET epoch = epoch + 1, version = version + 1 WHERE id = :id")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .then();
    }

    public Mono<Person> find(PersonId id) {
        return database.sql("SELECT * FROM person WHERE id = :id")
                .bind("id", id.value())
                .map(PersonRepository::person)
                .one();
    }

    public Mono<List<Person>> withAddresses(List<String> addresses) {
        return database.sql("SELECT * FROM person WHERE email = ANY(:addresses)")
                .bind("addresses", addresses.toArray(String[]::new))
                .map(PersonRepository::person)
                .all()
                .collectList();
    }

    Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return database.sql("SELECT id, name FROM person WHERE id = ANY(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(Columns.value(row, "id", UUID.class), Columns.value(row, "name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Everybody who manages {@code id}, directly or through others, nearest first. */
    Mono<List<PersonId>> above(PersonId id) {
        return database.sql(
                        """
                        WITH RECURSIVE line (id, manager_id, step) AS (
                            SELECT id, manager_id, 0 FROM person WHERE id = :id
                            UNION ALL
                            SELECT p.id, p.manager_id, line.step + 1
                              FROM person p JOIN line ON p.id = line.manager_id
                        ) CYCLE id SET looped USING path
                        SELECT id FROM line WHERE step > 0 AND NOT looped ORDER BY step
                        """)
                .bind("id", id.value())
                .map(row -> new PersonId(Columns.value(row, "id", UUID.class)))
                .all()
                .collectList();
    }

    /**
     * In the order of their names, from the one after {@code after} on. Those who see only some settings find active
     * people there, and by name alone: whether an address exists is not theirs to know.
     */
    Mono<List<Person>> list(
            Access.Sight sight, @Nullable UUID setting, @Nullable String query, @Nullable UUID after, int most) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        """
                        SELECT * FROM person p
                         WHERE (:everything
                                OR p.status = 'ACTIVE'
                                   AND EXISTS (SELECT FROM post_held h
                                                WHERE h.group_id = p.group_id AND h.person_id = p.id
                                                  AND h.state <> 'ENDED' AND h.setting_id = ANY(:settings)))
                           AND (CAST(:setting AS uuid) IS NULL
                                OR EXISTS (SELECT FROM post_held h
                                            WHERE h.group_id = p.group_id AND h.person_id = p.id
                                              AND h.state <> 'ENDED' AND h.setting_id = CAST(:setting AS uuid)))
                           AND (strpos(lower(p.name), lower(:query)) > 0
                                OR :everything AND strpos(p.email, lower(:query)) > 0)
                           AND (CAST(:after AS uuid) IS NULL
                                OR (lower(p.name), p.id)
                                   > (SELECT lower(name), id FROM person WHERE id = CAST(:after AS uuid)))
                         ORDER BY lower(p.name), p.id
                         LIMIT :most
                        """)
                .bind("everything", sight.everything())
                .bind("settings", sight.asArray())
                .bind("query", query == null ? "" : query)
                .bind("most", most);
        select = setting == null ? select.bindNull("setting", UUID.class) : select.bind("setting", setting);
        select = after == null ? select.bindNull("after", UUID.class) : select.bind("after", after);
        return select.map(PersonRepository::person).all().collectList();
    }

    private static Person person(Readable row) {
        UUID manager = row.get("manager_id", UUID.class);
        return new Person(
                new PersonId(Columns.value(row, "id", UUID.class)),
                new Person.Details(
                        Columns.value(row, "name", String.class),
                        new EmailAddress(Columns.value(row, "email", String.class)),
                        PersonType.valueOf(Columns.value(row, "person_type", String.class))),
                Person.Status.valueOf(Columns.value(row, "status", String.class)),
                manager == null ? null : new PersonId(manager),
                Columns.value(row, "epoch", Long.class),
                Columns.value(row, "version", Long.class));
    }

    private static RefusedException emailTaken() {
        return new RefusedException(
                DirectoryProblem.EMAIL_TAKEN, new FieldError("/email", DirectoryProblem.EMAIL_TAKEN.title()));
    }
}
