package org.clearpost.media.readmodels;

import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.kit.feed.FeedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Replaces what is known of a setting, a person or a setting's options by what an event says. A repeat changes nothing. */
@Repository
class ReadModelRepository {

    private final DatabaseClient database;

    ReadModelRepository(DatabaseClient database) {
        this.database = database;
    }

    // A transaction that waited for a lock may be told of before a newer one it overtook: the older state never wins.

    Mono<Void> replaceSetting(FeedEvent event) {
        JsonNode data = event.data();
        return database.sql(
                        """
                        INSERT INTO setting_known (group_id, setting_id, official_name, open, version)
                        VALUES (:group, :setting, :name, :open, :version)
                        ON CONFLICT (group_id, setting_id)
                        DO UPDATE SET official_name = excluded.official_name, open = excluded.open,
                                      version = excluded.version
                        WHERE setting_known.version <= excluded.version
                        """)
                .bind("group", event.group())
                .bind("setting", event.subject())
                .bind("name", data.path("officialName").asString(""))
                .bind("open", data.path("open").asBoolean(false))
                .bind("version", data.path("version").asLong(0))
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> replacePerson(FeedEvent event) {
        JsonNode data = event.data();
        Mono<Long> person = database.sql(
                        """
                        INSERT INTO person_known (group_id, person_id, active, epoch)
                        VALUES (:group, :person, :active, :epoch)
                        ON CONFLICT (group_id, person_id) DO UPDATE SET active = excluded.active, epoch = excluded.epoch
                        WHERE person_known.epoch <= excluded.epoch
                        """)
                .bind("group", event.group())
                .bind("person", event.subject())
                .bind("active", "ACTIVE".equals(data.path("status").asString("")))
                .bind("epoch", data.path("epoch").asLong(0))
                .fetch()
                .rowsUpdated();
        Mono<Long> noPosts = database.sql("DELETE FROM post_held WHERE person_id = :person")
                .bind("person", event.subject())
                .fetch()
                .rowsUpdated();
        Mono<Void> posts = Flux.fromIterable(data.path("posts").values())
                .concatMap(post -> addPost(event, post))
                .then();
        return person.filter(rows -> rows == 1).flatMap(newer -> noPosts.then(posts));
    }

    private Mono<Long> addPost(FeedEvent event, JsonNode post) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO post_held (group_id, post_id, person_id, setting_id, role, held_from, held_to)
                        VALUES (:group, :post, :person, :setting, :role, :from, :to)
                        """)
                .bind("group", event.group())
                .bind("post", UUID.fromString(post.path("postId").asString()))
                .bind("person", event.subject())
                .bind("role", post.path("role").asString())
                .bind("from", LocalDate.parse(post.path("from").asString()));
        String setting = textOf(post, "settingId");
        insert = setting == null
                ? insert.bindNull("setting", UUID.class)
                : insert.bind("setting", UUID.fromString(setting));
        String to = textOf(post, "to");
        insert = to == null ? insert.bindNull("to", LocalDate.class) : insert.bind("to", LocalDate.parse(to));
        return insert.fetch().rowsUpdated();
    }

    Mono<Void> replaceOptions(FeedEvent event) {
        return database.sql(
                        """
                        INSERT INTO options_in_force (group_id, setting_id, revision, options)
                        VALUES (:group, :setting, :revision, :options)
                        ON CONFLICT (group_id, setting_id)
                        DO UPDATE SET revision = excluded.revision, options = excluded.options
                        WHERE options_in_force.revision <= excluded.revision
                        """)
                .bind("group", event.group())
                .bind("setting", event.subject())
                .bind("revision", event.data().path("revision").asLong(0))
                .bind("options", event.data().path("options").toString())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static @Nullable String textOf(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }
}
