package org.clearpost.media.wording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.ListedWord;
import org.clearpost.media.model.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Settings' word lists. */
@Repository
public class WordingRepository {

    private static final TypeReference<List<ListedWord>> WORDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> CONTACTS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    WordingRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Wording> find(UUID setting) {
        return database.sql("SELECT revision, words, own_contacts FROM wording WHERE setting_id = :setting")
                .bind("setting", setting)
                .map(row -> read(
                        Columns.value(row, "revision", Integer.class),
                        Columns.value(row, "words", String.class),
                        Columns.value(row, "own_contacts", String.class)))
                .one();
    }

    /** A list from its columns; the starter list where the setting has no row. */
    public Wording read(@Nullable Integer revision, @Nullable String words, @Nullable String contacts) {
        return revision == null || words == null || contacts == null
                ? Wording.NOT_CHOSEN
                : new Wording(revision, json.readValue(words, WORDS), json.readValue(contacts, CONTACTS));
    }

    /** Replaces the list whose revision was seen; of two at once, one is refused. */
    Mono<Void> replace(UUID group, UUID setting, Wording wording, Instant now, UUID by) {
        return database.sql(
                        """
                        INSERT INTO wording (group_id, setting_id, revision, words, own_contacts, changed_at, changed_by)
                        SELECT :group, :setting, 1, :words, :contacts, :now, :by
                         WHERE :seen = 0 OR EXISTS (SELECT FROM wording WHERE setting_id = :setting)
                        ON CONFLICT (group_id, setting_id)
                        DO UPDATE SET revision = wording.revision + 1, words = excluded.words,
                                      own_contacts = excluded.own_contacts, changed_at = excluded.changed_at,
                                      changed_by = excluded.changed_by
                        WHERE wording.revision = :seen
                        """)
                .bind("group", group)
                .bind("setting", setting)
                .bind("words", json.writeValueAsString(wording.words()))
                .bind("contacts", json.writeValueAsString(wording.ownContacts()))
                .bind("now", now)
                .bind("by", by)
                .bind("seen", wording.revision())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.CHANGED_MEANWHILE)))
                .then();
    }
}
