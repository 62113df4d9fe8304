package org.clearpost.media.families;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.consenting.Entitled;
import org.clearpost.media.families.model.IdentityCheck;
import org.clearpost.media.families.model.LinkKey;
import org.clearpost.media.families.model.MailKind;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mails on their way out, and the keys of the links in them. */
@Repository
class MailRepository {

    private final DatabaseClient database;

    MailRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Where something waits. */
    record Place(UUID group, UUID id) {}

    /** A mail that is to be made now: for whom, and when it was asked for. */
    record Due(UUID id, UUID setting, UUID giver, MailKind kind, Instant createdAt, int attempts) {}

    /** Who gets it. */
    record Recipient(String address, String settingName) {

        /** No address gets into a log. */
        @Override
        public String toString() {
            return "Recipient";
        }
    }

    /** Asked across groups. */
    Flux<Place> due(Instant now) {
        return database.sql(
                        """
                        SELECT group_id, id FROM outgoing_mail
                         WHERE state IN ('WAITING', 'SENDING') AND due_at <= :now ORDER BY due_at LIMIT 200
                        """)
                .bind("now", now)
                .map(row -> new Place(Columns.value(row, "group_id", UUID.class), Columns.value(row, "id", UUID.class)))
                .all();
    }

    /** Takes the mail for one sender; what a sender that is gone had taken is due again when its time has run out. */
    Mono<Due> claim(UUID mail, Instant now, Instant until) {
        return database.sql(
                        """
                        UPDATE outgoing_mail SET state = 'SENDING', attempts = attempts + 1, due_at = :until
                         WHERE id = :mail AND state IN ('WAITING', 'SENDING') AND due_at <= :now
                        RETURNING id, setting_id, giver_id, kind, created_at, attempts
                        """)
                .bind("mail", mail)
                .bind("now", now)
                .bind("until", until)
                .map(row -> due(row))
                .one();
    }

    Mono<Due> find(UUID mail) {
        return database.sql(
                        """
                        SELECT id, setting_id, giver_id, kind, created_at, attempts FROM outgoing_mail WHERE id = :mail
                        """)
                .bind("mail", mail)
                .map(row -> due(row))
                .one();
    }

    private static Due due(io.r2dbc.spi.Readable row) {
        return new Due(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                Columns.value(row, "giver_id", UUID.class),
                MailKind.valueOf(Columns.value(row, "kind", String.class)),
                Columns.value(row, "created_at", Instant.class),
                Columns.value(row, "attempts", Integer.class));
    }

    /** The address on file now, of somebody who may still answer; empty when there is none. */
    Mono<Recipient> recipient(UUID giver, LocalDate today) {
        return database.sql(
                        """
                        SELECT g.email, k.official_name FROM giver g
                          JOIN setting_known k ON k.group_id = g.group_id AND k.setting_id = g.setting_id
                         WHERE g.id = :giver AND g.email IS NOT NULL AND\s"""
                                + Entitled.GIVER)
                .bind("giver", giver)
                .bind("today", today)
                .map(row -> new Recipient(
                        Columns.value(row, "email", String.class), Columns.value(row, "official_name", String.class)))
                .one();
    }

    Mono<Void> end(UUID mail, String state, Instant now) {
        return database.sql("UPDATE outgoing_mail SET state = :state, ended_at = :now WHERE id = :mail")
                .bind("state", state)
                .bind("now", now)
                .bind("mail", mail)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> retry(UUID mail, Instant at) {
        return database.sql("UPDATE outgoing_mail SET state = 'WAITING', due_at = :at WHERE id = :mail")
                .bind("at", at)
                .bind("mail", mail)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> add(UUID group, UUID setting, UUID giver, MailKind kind, Instant now) {
        return database.sql(
                        """
                        INSERT INTO outgoing_mail (group_id, id, setting_id, giver_id, kind, state, due_at, created_at)
                        SELECT :group, :id, :setting, g.id, :kind, 'WAITING', :now, :now
                          FROM giver g WHERE g.id = :giver AND g.email IS NOT NULL
                        """)
                .bind("group", group)
                .bind("id", Ids.next())
                .bind("setting", setting)
                .bind("giver", giver)
                .bind("kind", kind.name())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Keeps the hash of a new link's key. */
    Mono<Void> keepKey(
            LinkKey key,
            UUID giver,
            boolean entry,
            Instant now,
            Duration life,
            @Nullable UUID confirmedBy,
            @Nullable IdentityCheck how) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO family_key (group_id, id, giver_id, kind, hash, made_at, expires_at, confirmed_by,
                                                confirmed_how)
                        VALUES (:group, :id, :giver, :kind, :hash, :now, :until, :confirmedBy, :how)
                        """)
                .bind("group", key.group())
                .bind("id", Ids.next())
                .bind("giver", giver)
                .bind("kind", entry ? "ENTRY" : "INVITATION")
                .bind("hash", key.hash())
                .bind("now", now)
                .bind("until", now.plus(life));
        insert = confirmedBy == null
                ? insert.bindNull("confirmedBy", UUID.class)
                : insert.bind("confirmedBy", confirmedBy);
        insert = how == null ? insert.bindNull("how", String.class) : insert.bind("how", how.name());
        return insert.fetch().rowsUpdated().then();
    }

    /** Groups with keys that ended long ago. */
    Flux<UUID> groupsWithKeysBefore(Instant before) {
        return database.sql("SELECT DISTINCT group_id FROM family_key WHERE expires_at < :before LIMIT 100")
                .bind("before", before)
                .map(row -> Columns.value(row, "group_id", UUID.class))
                .all();
    }

    Mono<Void> forgetKeysBefore(Instant before) {
        return database.sql("DELETE FROM family_key WHERE expires_at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
