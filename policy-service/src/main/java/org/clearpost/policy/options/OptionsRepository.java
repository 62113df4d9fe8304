package org.clearpost.policy.options;

import static org.clearpost.kit.problem.KitProblem.CHANGED_MEANWHILE;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.policy.model.GroupChoice;
import org.clearpost.policy.model.OptionChange;
import org.clearpost.policy.model.OptionKey;
import org.clearpost.policy.model.OptionsInForce;
import org.clearpost.policy.model.SettingChoice;
import org.clearpost.policy.model.SettingId;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers of groups and settings. All statements run in the transaction of one group.
 *
 * <p>Whoever changes answers holds the row of the setting, or the row of the group and then those of its settings, in
 * this order; what is read after that cannot change until the end.
 */
@Repository
class OptionsRepository {

    /** A setting as it is locked or read: whether it still works, and its revision. */
    record Known(SettingId setting, boolean open, long revision) {}

    private final DatabaseClient database;
    private final JsonMapper json;

    OptionsRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Known> findSetting(SettingId setting) {
        return known(setting, "");
    }

    Mono<Known> lockSetting(SettingId setting) {
        return known(setting, "FOR UPDATE OF chosen");
    }

    private Mono<Known> known(SettingId setting, String locking) {
        return database.sql(
                        """
                        SELECT setting_id, known.open, chosen.revision
                          FROM setting_known known JOIN setting_options chosen USING (group_id, setting_id)
                         WHERE setting_id = :setting
                        """
                                + locking)
                .bind("setting", setting.value())
                .map(OptionsRepository::known)
                .one();
    }

    /** Every setting of the group, each locked, in one order so that two of us never wait for each other. */
    Mono<List<Known>> lockSettings() {
        return database.sql(
                        """
                        SELECT setting_id, known.open, chosen.revision
                          FROM setting_known known JOIN setting_options chosen USING (group_id, setting_id)
                         ORDER BY setting_id
                           FOR UPDATE OF chosen
                        """)
                .map(OptionsRepository::known)
                .all()
                .collectList();
    }

    /** Keeps what the directory said of a setting, unless something newer is known; true when it was not known before. */
    Mono<Boolean> learn(UUID group, SettingId setting, boolean open, long version) {
        Mono<Long> known = database.sql(
                        """
                        INSERT INTO setting_known (group_id, setting_id, open, version)
                        VALUES (:group, :setting, :open, :version)
                        ON CONFLICT (group_id, setting_id)
                        DO UPDATE SET open = excluded.open, version = excluded.version
                         WHERE setting_known.version < excluded.version
                        """)
                .bind("group", group)
                .bind("setting", setting.value())
                .bind("open", open)
                .bind("version", version)
                .fetch()
                .rowsUpdated();
        Mono<Long> fresh = database.sql(
                        """
                        INSERT INTO setting_options (group_id, setting_id, revision) VALUES (:group, :setting, 1)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("group", group)
                .bind("setting", setting.value())
                .fetch()
                .rowsUpdated();
        return known.then(fresh).map(rows -> rows == 1);
    }

    /** Revision of the group's answers, 0 before the first one. */
    Mono<Long> groupRevision() {
        return database.sql("SELECT revision FROM group_options")
                .map(row -> column(row, "revision", Long.class))
                .one()
                .defaultIfEmpty(0L);
    }

    /** Keeps the group's answers as they are until the end of the transaction, without changing them. */
    Mono<Long> holdGroup(UUID group) {
        return lockGroup(group, "SHARE");
    }

    Mono<Long> lockGroup(UUID group) {
        return lockGroup(group, "UPDATE");
    }

    private Mono<Long> lockGroup(UUID group, String strength) {
        return database.sql("INSERT INTO group_options (group_id, revision) VALUES (:group, 0) ON CONFLICT DO NOTHING")
                .bind("group", group)
                .fetch()
                .rowsUpdated()
                .then(database.sql("SELECT revision FROM group_options FOR " + strength)
                        .map(row -> column(row, "revision", Long.class))
                        .one());
    }

    Mono<OptionsInForce> inForce(Known known) {
        return Mono.zip(groupChoices(), settingChoices(known.setting()))
                .map(choices -> OptionsInForce.of(known.setting(), known.revision(), choices.getT1(), choices.getT2()));
    }

    Mono<Map<OptionKey, GroupChoice>> groupChoices() {
        return database.sql("SELECT option_key, value, locked, since FROM group_option")
                .map(this::groupChoice)
                .all()
                .collectMap(GroupChoice::key);
    }

    Mono<Map<OptionKey, SettingChoice>> settingChoices(SettingId setting) {
        return database.sql("SELECT option_key, value, since FROM setting_option WHERE setting_id = :setting")
                .bind("setting", setting.value())
                .map(this::settingChoice)
                .all()
                .collectMap(SettingChoice::key);
    }

    /** The own answers of every setting of the group. */
    Mono<Map<SettingId, Map<OptionKey, SettingChoice>>> allSettingChoices() {
        return database.sql("SELECT setting_id, option_key, value, since FROM setting_option")
                .map(row -> Map.entry(setting(row), settingChoice(row)))
                .all()
                .collect(HashMap::new, (all, entry) -> all.computeIfAbsent(
                                entry.getKey(), setting -> new EnumMap<>(OptionKey.class))
                        .put(entry.getValue().key(), entry.getValue()));
    }

    Mono<Void> save(UUID group, GroupChoice choice) {
        return orNull(
                        database.sql(
                                        """
                                        INSERT INTO group_option (group_id, option_key, value, locked, since)
                                        VALUES (:group, :key, :value, :locked, :since)
                                        ON CONFLICT (group_id, option_key)
                                        DO UPDATE SET value = excluded.value, locked = excluded.locked,
                                                      since = excluded.since
                                        """)
                                .bind("group", group)
                                .bind("key", choice.key().code())
                                .bind("locked", choice.locked())
                                .bind("since", choice.since()),
                        "value",
                        choice.value())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> save(UUID group, SettingId setting, SettingChoice choice) {
        return orNull(
                        database.sql(
                                        """
                                        INSERT INTO setting_option (group_id, setting_id, option_key, value, since)
                                        VALUES (:group, :setting, :key, :value, :since)
                                        ON CONFLICT (group_id, setting_id, option_key)
                                        DO UPDATE SET value = excluded.value, since = excluded.since
                                        """)
                                .bind("group", group)
                                .bind("setting", setting.value())
                                .bind("key", choice.key().code())
                                .bind("since", choice.since()),
                        "value",
                        choice.value())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Moves a setting on to the next revision: of two changes of the same one, the second is refused. */
    Mono<Known> advance(Known known) {
        return database.sql(
                        """
                        UPDATE setting_options SET revision = revision + 1
                         WHERE setting_id = :setting AND revision = :revision
                        """)
                .bind("setting", known.setting().value())
                .bind("revision", known.revision())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CHANGED_MEANWHILE)))
                .map(rows -> new Known(known.setting(), known.open(), known.revision() + 1));
    }

    Mono<Long> advanceGroup(long revision) {
        return database.sql("UPDATE group_options SET revision = revision + 1 WHERE revision = :revision")
                .bind("revision", revision)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CHANGED_MEANWHILE)))
                .map(rows -> revision + 1);
    }

    Mono<Void> append(UUID group, OptionChange change) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO option_change (group_id, id, setting_id, option_key, old_value, new_value, old_locked,
                                                   new_locked, cause, starter_set, changed_by, changed_at)
                        VALUES (:group, :id, :setting, :key, :oldValue, :newValue, :oldLocked,
                                :newLocked, :cause, :starterSet, :changedBy, :changedAt)
                        """)
                .bind("group", group)
                .bind("id", change.id())
                .bind("key", change.key().code())
                .bind("oldLocked", change.oldLocked())
                .bind("newLocked", change.newLocked())
                .bind("cause", change.cause().name())
                .bind("changedBy", change.changedBy())
                .bind("changedAt", change.changedAt());
        SettingId setting = change.setting();
        insert = setting == null ? insert.bindNull("setting", UUID.class) : insert.bind("setting", setting.value());
        String starterSet = change.starterSet();
        insert = starterSet == null
                ? insert.bindNull("starterSet", String.class)
                : insert.bind("starterSet", starterSet);
        return orNull(orNull(insert, "oldValue", change.oldValue()), "newValue", change.newValue())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /**
     * Changes of a setting and of its group, newest first; {@code before} is the last one already seen. Changes of a
     * question that is no longer asked here stay on record and are left out.
     */
    Mono<List<OptionChange>> changes(SettingId setting, @Nullable UUID before, int limit) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        """
                        SELECT id, setting_id, option_key, old_value, new_value, old_locked, new_locked, cause,
                               starter_set, changed_by, changed_at
                          FROM option_change
                         WHERE (setting_id = :setting OR setting_id IS NULL)
                           AND option_key = ANY(:asked)
                           AND (CAST(:before AS uuid) IS NULL OR id < :before)
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .bind("setting", setting.value())
                .bind(
                        "asked",
                        Arrays.stream(OptionKey.values()).map(OptionKey::code).toArray(String[]::new))
                .bind("limit", limit);
        select = before == null ? select.bindNull("before", UUID.class) : select.bind("before", before);
        return select.map(this::change).all().collectList();
    }

    private static Known known(Readable row) {
        return new Known(setting(row), column(row, "open", Boolean.class), column(row, "revision", Long.class));
    }

    private static SettingId setting(Readable row) {
        return new SettingId(column(row, "setting_id", UUID.class));
    }

    private GroupChoice groupChoice(Readable row) {
        return new GroupChoice(
                key(row),
                value(row, "value"),
                column(row, "locked", Boolean.class),
                column(row, "since", Instant.class));
    }

    private SettingChoice settingChoice(Readable row) {
        return new SettingChoice(key(row), value(row, "value"), column(row, "since", Instant.class));
    }

    private OptionChange change(Readable row) {
        UUID setting = row.get("setting_id", UUID.class);
        return new OptionChange(
                column(row, "id", UUID.class),
                setting == null ? null : new SettingId(setting),
                key(row),
                value(row, "old_value"),
                value(row, "new_value"),
                column(row, "old_locked", Boolean.class),
                column(row, "new_locked", Boolean.class),
                OptionChange.Cause.valueOf(column(row, "cause", String.class)),
                row.get("starter_set", String.class),
                column(row, "changed_by", UUID.class),
                column(row, "changed_at", Instant.class));
    }

    private static OptionKey key(Readable row) {
        return OptionKey.find(column(row, "option_key", String.class)).orElseThrow();
    }

    private @Nullable Object value(Readable row, String column) {
        Json stored = row.get(column, Json.class);
        return stored == null ? null : json.readValue(stored.asString(), Object.class);
    }

    private DatabaseClient.GenericExecuteSpec orNull(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable Object value) {
        return value == null
                ? statement.bindNull(name, Json.class)
                : statement.bind(name, Json.of(json.writeValueAsString(value)));
    }

    /** A column that is never null. */
    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
