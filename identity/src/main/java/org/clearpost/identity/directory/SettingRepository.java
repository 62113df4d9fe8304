package org.clearpost.identity.directory;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearpost.identity.directory.model.DirectoryProblem;
import org.clearpost.identity.directory.model.Nation;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.identity.directory.model.SettingType;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The settings of the group whose transaction is open. */
@Repository
public class SettingRepository {

    private static final TypeReference<EnumMap<RoleCode, String>> LABELS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    SettingRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> insert(UUID group, Setting setting) {
        Setting.Details details = setting.details();
        return database.sql(
                        """
                        INSERT INTO setting (group_id, id, official_name, type, nation, email_domains, labels, open, version)
                        VALUES (:group, :id, :name, :type, :nation, :domains, :labels, :open, :version)
                        """)
                .bind("group", group)
                .bind("id", setting.id().value())
                .bind("name", details.officialName())
                .bind("type", details.type().name())
                .bind("nation", details.nation().name())
                .bind("domains", details.emailDomains().toArray(String[]::new))
                .bind("labels", Json.of(json.writeValueAsString(details.labels())))
                .bind("open", setting.open())
                .bind("version", setting.version())
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> nameTaken())
                .then();
    }

    /** Saves over the version that was read, and gives the setting with its new version. */
    Mono<Setting> save(Setting changed) {
        Setting.Details details = changed.details();
        return database.sql(
                        """
                        UPDATE setting
                           SET official_name = :name, type = :type, nation = :nation, email_domains = :domains,
                               labels = :labels, open = :open, version = version + 1
                         WHERE id = :id AND version = :version
                        """)
                .bind("name", details.officialName())
                .bind("type", details.type().name())
                .bind("nation", details.nation().name())
                .bind("domains", details.emailDomains().toArray(String[]::new))
                .bind("labels", Json.of(json.writeValueAsString(details.labels())))
                .bind("open", changed.open())
                .bind("id", changed.id().value())
                .bind("version", changed.version())
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> nameTaken())
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.CHANGED_MEANWHILE)))
                .thenReturn(new Setting(changed.id(), details, changed.open(), changed.version() + 1));
    }

    Mono<Setting> find(SettingId id) {
        return database.sql("SELECT * FROM setting WHERE id = :id")
                .bind("id", id.value())
                .map(this::setting)
                .one();
    }

    Mono<List<Setting>> all(Collection<SettingId> ids) {
        return database.sql("SELECT * FROM setting WHERE id = ANY(:ids) ORDER BY lower(official_name), id")
                .bind("ids", ids.stream().map(SettingId::value).toArray(UUID[]::new))
                .map(this::setting)
                .all()
                .collectList();
    }

    public Mono<List<Setting>> allOpen() {
        return database.sql("SELECT * FROM setting WHERE open ORDER BY lower(official_name), id")
                .map(this::setting)
                .all()
                .collectList();
    }

    /** In the order of their names, from the one after {@code after} on. */
    Mono<List<Setting>> list(Access.Sight sight, @Nullable UUID after, int most) {
        DatabaseClient.GenericExecuteSpec query = database.sql(
                        """
                        SELECT * FROM setting
                         WHERE (:everything OR id = ANY(:settings))
                           AND (CAST(:after AS uuid) IS NULL
                                OR (lower(official_name), id)
                                   > (SELECT lower(official_name), id FROM setting WHERE id = CAST(:after AS uuid)))
                         ORDER BY lower(official_name), id
                         LIMIT :most
                        """)
                .bind("everything", sight.everything())
                .bind("settings", sight.asArray())
                .bind("most", most);
        query = after == null ? query.bindNull("after", UUID.class) : query.bind("after", after);
        return query.map(this::setting).all().collectList();
    }

    /** Which of the posts every setting must have are held by nobody today; a deputy alone does not fill a post. */
    Mono<Map<SettingId, List<RoleCode>>> unfilled(Collection<SettingId> settings, LocalDate today) {
        return database.sql(
                        """
                        SELECT DISTINCT h.setting_id, h.role
                          FROM post_held h
                          JOIN person p ON p.group_id = h.group_id AND p.id = h.person_id
                         WHERE h.setting_id = ANY(:settings) AND h.role = ANY(:roles) AND NOT h.deputy
                           AND h.state <> 'ENDED' AND h.starts <= :today AND (h.ends IS NULL OR h.ends >= :today)
                           AND p.status = 'ACTIVE'
                        """)
                .bind("settings", settings.stream().map(SettingId::value).toArray(UUID[]::new))
                .bind(
                        "roles",
                        RoleCode.thatMustBeFilled().stream().map(RoleCode::name).toArray(String[]::new))
                .bind("today", today)
                .map(row -> Map.entry(
                        new SettingId(Columns.value(row, "setting_id", UUID.class)),
                        RoleCode.valueOf(Columns.value(row, "role", String.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())))
                .map(filled -> settings.stream()
                        .collect(Collectors.toMap(setting -> setting, setting -> RoleCode.thatMustBeFilled().stream()
                                .filter(role -> !filled.getOrDefault(setting, java.util.Set.of())
                                        .contains(role))
                                .toList())));
    }

    /** The domains people use who hold a post here that is tied to the setting's domains. */
    Flux<String> domainsInUse(SettingId setting) {
        return database.sql(
                        """
                        SELECT DISTINCT split_part(p.email, '@', 2) AS domain
                          FROM post_held h
                          JOIN person p ON p.group_id = h.group_id AND p.id = h.person_id
                         WHERE h.setting_id = :setting AND h.state <> 'ENDED' AND h.role <> 'PARENT'
                         ORDER BY domain
                        """)
                .bind("setting", setting.value())
                .map(row -> Columns.value(row, "domain", String.class))
                .all();
    }

    private Setting setting(Readable row) {
        return new Setting(
                new SettingId(Columns.value(row, "id", UUID.class)),
                new Setting.Details(
                        Columns.value(row, "official_name", String.class),
                        SettingType.valueOf(Columns.value(row, "type", String.class)),
                        Nation.valueOf(Columns.value(row, "nation", String.class)),
                        List.of(Columns.value(row, "email_domains", String[].class)),
                        json.readValue(Columns.json(row, "labels"), LABELS)),
                Columns.value(row, "open", Boolean.class),
                Columns.value(row, "version", Long.class));
    }

    private static RefusedException nameTaken() {
        return new RefusedException(
                DirectoryProblem.NAME_TAKEN, new FieldError("/officialName", DirectoryProblem.NAME_TAKEN.title()));
    }
}
