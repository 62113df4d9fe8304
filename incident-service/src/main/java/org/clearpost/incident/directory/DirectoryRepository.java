package org.clearpost.incident.directory;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Settings, people and posts as the directory told them. All statements run in the transaction of one group. */
@Repository
class DirectoryRepository {

    private final DatabaseClient database;

    DirectoryRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> learnSetting(UUID group, UUID setting, JsonNode data) {
        return database.sql(
                        """
                        INSERT INTO setting_known (group_id, setting_id, open, email_domains, version)
                        VALUES (:group, :setting, :open, :emailDomains, :version)
                        ON CONFLICT (group_id, setting_id)
                        DO UPDATE SET open = excluded.open, email_domains = excluded.email_domains,
                                      version = excluded.version
                         WHERE setting_known.version < excluded.version
                        """)
                .bind("group", group)
                .bind("setting", setting)
                .bind("open", data.required("open").asBoolean())
                .bind("emailDomains", emailDomains(data))
                .bind("version", data.required("version").asLong())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** False when something newer is known already. */
    Mono<Boolean> learnPerson(UUID group, UUID person, JsonNode data) {
        return database.sql(
                        """
                        INSERT INTO person_known (group_id, person_id, active, person_type, epoch)
                        VALUES (:group, :person, :active, :personType, :epoch)
                        ON CONFLICT (group_id, person_id)
                        DO UPDATE SET active = excluded.active, person_type = excluded.person_type,
                                      epoch = excluded.epoch
                         WHERE person_known.epoch <= excluded.epoch
                        """)
                .bind("group", group)
                .bind("person", person)
                .bind("active", data.required("status").asString().equals("ACTIVE"))
                .bind("personType", data.required("personType").asString())
                .bind("epoch", data.required("epoch").asLong())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> forgetPosts(UUID person) {
        return database.sql("DELETE FROM post_held WHERE person_id = :person")
                .bind("person", person)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> learnPost(UUID group, UUID person, JsonNode post) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO post_held (group_id, post_id, person_id, setting_id, role, deputy, starts_on, ends_on)
                        VALUES (:group, :post, :person, :setting, :role, :deputy, :startsOn, :endsOn)
                        """)
                .bind("group", group)
                .bind("post", UUID.fromString(post.required("postId").asString()))
                .bind("person", person)
                .bind("role", post.required("role").asString())
                .bind("deputy", post.required("deputy").asBoolean())
                .bind("startsOn", LocalDate.parse(post.required("from").asString()));
        JsonNode setting = post.path("settingId");
        insert = isAbsent(setting)
                ? insert.bindNull("setting", UUID.class)
                : insert.bind("setting", UUID.fromString(setting.asString()));
        JsonNode to = post.path("to");
        insert = isAbsent(to)
                ? insert.bindNull("endsOn", LocalDate.class)
                : insert.bind("endsOn", LocalDate.parse(to.asString()));
        return insert.fetch().rowsUpdated().then();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String[] emailDomains(JsonNode data) {
        return data.required("emailDomains")
                .valueStream()
                .map(domain -> domain.asString().toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
    }
}
