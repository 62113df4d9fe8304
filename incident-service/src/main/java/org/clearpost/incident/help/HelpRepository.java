package org.clearpost.incident.help;

import static org.clearpost.kit.problem.KitProblem.CHANGED_MEANWHILE;
import static org.clearpost.kit.problem.KitProblem.NOT_FOUND;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clearpost.incident.model.HelpContact;
import org.clearpost.incident.model.HelpPost;
import org.clearpost.incident.model.SettingId;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Whom to reach at each setting. All statements run in the transaction of one group. */
@Repository
class HelpRepository {

    /** A setting's panel: whether the setting still works, which addresses are its own, and the panel's revision. */
    record Panel(SettingId setting, boolean open, Set<String> emailDomains, long revision) {}

    private final DatabaseClient database;

    HelpRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The panel as it stands, revision 0 before anybody wrote on it; nothing for a setting we never heard of. */
    Mono<Panel> findPanel(SettingId setting) {
        return database.sql(
                        """
                        SELECT known.open, known.email_domains, coalesce(panel.revision, 0) AS revision
                          FROM setting_known known LEFT JOIN help_panel panel USING (group_id, setting_id)
                         WHERE setting_id = :setting
                        """)
                .bind("setting", setting.value())
                .map(row -> new Panel(
                        setting,
                        column(row, "open", Boolean.class),
                        Set.of(column(row, "email_domains", String[].class)),
                        column(row, "revision", Long.class)))
                .one();
    }

    /** The same, held until the end of the transaction. */
    Mono<Panel> lockPanel(SettingId setting) {
        return database.sql(
                        """
                        INSERT INTO help_panel (group_id, setting_id, revision)
                        SELECT group_id, setting_id, 0 FROM setting_known WHERE setting_id = :setting
                        ON CONFLICT DO NOTHING
                        """)
                .bind("setting", setting.value())
                .fetch()
                .rowsUpdated()
                .then(database.sql("SELECT revision FROM help_panel WHERE setting_id = :setting FOR UPDATE")
                        .bind("setting", setting.value())
                        .map(row -> column(row, "revision", Long.class))
                        .one())
                .flatMap(locked -> findPanel(setting));
    }

    Mono<List<HelpContact>> contacts(SettingId setting) {
        return database.sql(
                        """
                        SELECT post, shown_as, phone, email FROM help_contact
                         WHERE setting_id = :setting
                         ORDER BY post
                        """)
                .bind("setting", setting.value())
                .map(HelpRepository::contact)
                .all()
                .collectList();
    }

    Mono<Void> save(UUID group, SettingId setting, HelpContact contact, UUID changedBy, Instant changedAt) {
        DatabaseClient.GenericExecuteSpec save = database.sql(
                        """
                        INSERT INTO help_contact (group_id, setting_id, post, shown_as, phone, email, changed_by, changed_at)
                        VALUES (:group, :setting, :post, :shownAs, :phone, :email, :changedBy, :changedAt)
                        ON CONFLICT (group_id, setting_id, post)
                        DO UPDATE SET shown_as = excluded.shown_as, phone = excluded.phone, email = excluded.email,
                                      changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .bind("group", group)
                .bind("setting", setting.value())
                .bind("post", contact.post().name())
                .bind("shownAs", contact.shownAs())
                .bind("changedBy", changedBy)
                .bind("changedAt", changedAt);
        return orNull(orNull(save, "phone", contact.phone()), "email", contact.email())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Refuses when the panel names nobody there. */
    Mono<Void> clear(SettingId setting, HelpPost post) {
        return database.sql("DELETE FROM help_contact WHERE setting_id = :setting AND post = :post")
                .bind("setting", setting.value())
                .bind("post", post.name())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                .then();
    }

    /** Moves the panel on to the next revision: of two changes of the same one, the second is refused. */
    Mono<Panel> advance(Panel panel) {
        return database.sql(
                        """
                        UPDATE help_panel SET revision = revision + 1
                         WHERE setting_id = :setting AND revision = :revision
                        """)
                .bind("setting", panel.setting().value())
                .bind("revision", panel.revision())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CHANGED_MEANWHILE)))
                .map(rows -> new Panel(panel.setting(), panel.open(), panel.emailDomains(), panel.revision() + 1));
    }

    private static HelpContact contact(Readable row) {
        return new HelpContact(
                HelpPost.valueOf(column(row, "post", String.class)),
                column(row, "shown_as", String.class),
                row.get("phone", String.class),
                row.get("email", String.class));
    }

    private static DatabaseClient.GenericExecuteSpec orNull(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    /** A column that is never null. */
    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
