package org.clearpost.media.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.facts.PeopleFacts;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.AccountId;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.SettingId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The account an outing's pictures are meant for, and the people of the classes that go. */
@Repository
class OutingRepository {

    private final DatabaseClient database;

    OutingRepository(DatabaseClient database) {
        this.database = database;
    }

    record Member(PersonFacts facts, String className) {}

    Mono<AccountFacts> findAccount(UUID setting, UUID account) {
        return database.sql(
                        """
                        SELECT id, setting_id, platform, name, status, version FROM official_account
                         WHERE id = :account AND setting_id = :setting
                        """)
                .bind("account", account)
                .bind("setting", setting)
                .map(row -> new AccountFacts(
                        new AccountId(Columns.value(row, "id", UUID.class)),
                        new SettingId(Columns.value(row, "setting_id", UUID.class)),
                        Platform.valueOf(Columns.value(row, "platform", String.class)),
                        Columns.value(row, "name", String.class),
                        AccountStatus.valueOf(Columns.value(row, "status", String.class)),
                        Columns.value(row, "version", Integer.class)))
                .one();
    }

    /** Everybody of these classes who has not left by today, in one statement however many they are. */
    Flux<Member> members(UUID setting, LocalDate today, List<String> classes, Set<Purpose> purposes, int rows) {
        return database.sql(
                        "SELECT " + PeopleFacts.COLUMNS
                                + """
                         FROM subject s
                        WHERE s.setting_id = :setting AND (s.ended_on IS NULL OR s.ended_on >= :today)
                          AND s.class_name = ANY (:classes)
                        ORDER BY s.class_name, s.surname, s.first_name, s.id
                        LIMIT :rows
                        """)
                .bind("purposes", PeopleFacts.names(purposes))
                .bind("setting", setting)
                .bind("today", today)
                .bind("classes", classes.toArray(String[]::new))
                .bind("rows", rows)
                .map(row -> new Member(PeopleFacts.person(row), Columns.value(row, "class_name", String.class)))
                .all();
    }
}
