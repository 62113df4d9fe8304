package org.clearpost.identity.directory.staff;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.directory.model.DirectoryProblem;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.identity.directory.staff.model.Finding;
import org.clearpost.identity.directory.staff.model.StaffRow;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Staff lists of the group whose transaction is open. */
@Repository
class StaffImportRepository {

    private static final int SHOWN = 200;

    private final DatabaseClient database;

    StaffImportRepository(DatabaseClient database) {
        this.database = database;
    }

    /** An import in some group, found across all of them. */
    record Found(UUID group, UUID id) {}

    Mono<Void> insert(UUID group, StaffImport staff, Instant now) {
        StaffImport.Table table = staff.table();
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO staff_import (group_id, id, importer_id, file_name, state, refusal, encoding,
                                                  encoding_certain, separator, heading_row, row_count, people_count,
                                                  created_at, worked_at)
                        VALUES (:group, :id, :importer, :fileName, :state, :refusal, :encoding, :certain, :separator,
                                :headingRow, :rows, :people, :now, :now)
                        """)
                .bind("group", group)
                .bind("id", staff.id())
                .bind("importer", staff.importer())
                .bind("fileName", staff.fileName())
                .bind("state", staff.state().name())
                .bind("rows", staff.rows())
                .bind("people", staff.people())
                .bind("now", now);
        insert = bind(insert, "refusal", staff.refusal(), String.class);
        insert = bind(insert, "encoding", table == null ? null : table.encoding(), String.class);
        insert = bind(insert, "certain", table == null ? null : table.encodingCertain(), Boolean.class);
        insert = bind(insert, "separator", table == null ? null : table.separator(), String.class);
        insert = bind(insert, "headingRow", table == null ? null : table.headingRow(), Integer.class);
        return insert.fetch().rowsUpdated().then();
    }

    /** All rows in one statement, whatever their number. */
    Mono<Void> insertRows(UUID group, UUID id, List<StaffRow> rows) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        INSERT INTO staff_import_row (group_id, import_id, number, state, name, email, setting_id, role,
                                                      deputy, starts, ends)
                        SELECT :group, :id, number, 'WAITING', name, email, setting_id, role, deputy, starts, ends
                          FROM unnest(:numbers, :names, :emails, :settings, :roles, :deputies, :starts, :ends)
                               AS listed (number, name, email, setting_id, role, deputy, starts, ends)
                        """)
                .bind("group", group)
                .bind("id", id)
                .bind("numbers", rows.stream().map(StaffRow::number).toArray(Integer[]::new))
                .bind("names", rows.stream().map(StaffRow::name).toArray(String[]::new))
                .bind("emails", rows.stream().map(row -> row.email().value()).toArray(String[]::new))
                .bind(
                        "settings",
                        rows.stream().map(row -> row.setting().value()).toArray(UUID[]::new))
                .bind("roles", rows.stream().map(row -> row.role().name()).toArray(String[]::new))
                .bind("deputies", rows.stream().map(StaffRow::deputy).toArray(Boolean[]::new))
                .bind("starts", rows.stream().map(StaffRow::from).toArray(LocalDate[]::new))
                .bind("ends", rows.stream().map(StaffRow::to).toArray(LocalDate[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> insertFindings(UUID group, UUID id, List<Finding> findings) {
        if (findings.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        INSERT INTO staff_import_finding (group_id, import_id, number, severity, message)
                        SELECT :group, :id, number, severity, message
                          FROM unnest(:numbers, :severities, :messages) AS listed (number, severity, message)
                        """)
                .bind("group", group)
                .bind("id", id)
                .bind("numbers", findings.stream().map(Finding::row).toArray(Integer[]::new))
                .bind(
                        "severities",
                        findings.stream()
                                .map(finding -> finding.severity().name())
                                .toArray(String[]::new))
                .bind("messages", findings.stream().map(Finding::message).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<StaffImport> find(UUID id) {
        return database.sql("SELECT * FROM staff_import WHERE id = :id")
                .bind("id", id)
                .map(StaffImportRepository::staffImport)
                .one();
    }

    Mono<StaffImport.Detail> detail(UUID id) {
        Mono<StaffImport.Progress> progress = database.sql(
                        """
                        SELECT count(*) FILTER (WHERE state = 'WAITING')::int AS waiting,
                               count(*) FILTER (WHERE state = 'TAKEN')::int AS taken,
                               count(*) FILTER (WHERE state = 'REJECTED')::int AS rejected,
                               count(*) FILTER (WHERE state = 'LAPSED')::int AS lapsed
                          FROM staff_import_row WHERE import_id = :id
                        """)
                .bind("id", id)
                .map(row -> new StaffImport.Progress(
                        number(row, "waiting"), number(row, "taken"), number(row, "rejected"), number(row, "lapsed")))
                .one();
        Mono<List<StaffRow>> waiting = database.sql(
                        """
                        SELECT * FROM staff_import_row
                         WHERE import_id = :id AND state = 'WAITING' ORDER BY number LIMIT :shown
                        """)
                .bind("id", id)
                .bind("shown", SHOWN)
                .map(StaffImportRepository::staffRow)
                .all()
                .collectList();
        Mono<List<Finding>> findings = database.sql(
                        """
                        SELECT number, severity, message FROM staff_import_finding
                         WHERE import_id = :id ORDER BY number LIMIT :shown
                        """)
                .bind("id", id)
                .bind("shown", SHOWN)
                .map(row -> new Finding(
                        number(row, "number"),
                        Finding.Severity.valueOf(Columns.value(row, "severity", String.class)),
                        Columns.value(row, "message", String.class)))
                .all()
                .collectList();
        Mono<int[]> counts = database.sql(
                        """
                        SELECT count(*) FILTER (WHERE severity = 'REJECTED')::int AS rejected,
                               count(*) FILTER (WHERE severity = 'SKIPPED')::int AS skipped
                          FROM staff_import_finding WHERE import_id = :id
                        """)
                .bind("id", id)
                .map(row -> new int[] {number(row, "rejected"), number(row, "skipped")})
                .one();
        return progress.zipWhen(some -> waiting)
                .zipWhen(some -> findings)
                .zipWhen(some -> counts)
                .map(all -> new StaffImport.Detail(
                        all.getT1().getT1().getT1(),
                        all.getT1().getT1().getT2(),
                        all.getT1().getT2(),
                        all.getT2()[0],
                        all.getT2()[1]));
    }

    /** Of two who confirm, one is refused. */
    Mono<Void> start(UUID id, Instant now) {
        return database.sql(
                        """
                        UPDATE staff_import SET state = 'RUNNING', worked_at = :now
                         WHERE id = :id AND state = 'PREVIEWED'
                        """)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(DirectoryProblem.IMPORT_NOT_WAITING)))
                .then();
    }

    /** The next row nobody else is dealing with; it stays locked until the transaction ends. */
    Mono<StaffRow> lockNext(UUID id) {
        return database.sql(
                        """
                        SELECT * FROM staff_import_row
                         WHERE import_id = :id AND state = 'WAITING'
                         ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .bind("id", id)
                .map(StaffImportRepository::staffRow)
                .one();
    }

    /** Notes what became of a row and forgets whose it was. */
    Mono<Void> settle(UUID id, int number, String state, Instant now) {
        return database.sql(
                        """
                        UPDATE staff_import_row SET state = :state, name = NULL, email = NULL
                         WHERE import_id = :id AND number = :number AND state = 'WAITING'
                        """)
                .bind("state", state)
                .bind("id", id)
                .bind("number", number)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(DirectoryProblem.IMPORT_NOT_WAITING)))
                .then(database.sql("UPDATE staff_import SET worked_at = :now WHERE id = :id")
                        .bind("now", now)
                        .bind("id", id)
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    /** True for the one that finds the last row dealt with. */
    Mono<Boolean> finish(UUID id) {
        return database.sql(
                        """
                        UPDATE staff_import i SET state = 'DONE'
                         WHERE id = :id AND state = 'RUNNING'
                           AND NOT EXISTS (SELECT FROM staff_import_row r
                                            WHERE r.group_id = i.group_id AND r.import_id = i.id
                                              AND r.state = 'WAITING')
                        """)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Imports whose instance is gone. Asked across all groups. */
    Flux<Found> abandoned(Instant before) {
        return database.sql("SELECT group_id, id FROM staff_import WHERE state = 'RUNNING' AND worked_at < :before")
                .bind("before", before)
                .map(row -> new Found(Columns.value(row, "group_id", UUID.class), Columns.value(row, "id", UUID.class)))
                .all();
    }

    /** Imports nobody confirmed. Asked across all groups. */
    Flux<Found> unconfirmed(Instant before) {
        return database.sql("SELECT group_id, id FROM staff_import WHERE state = 'PREVIEWED' AND created_at < :before")
                .bind("before", before)
                .map(row -> new Found(Columns.value(row, "group_id", UUID.class), Columns.value(row, "id", UUID.class)))
                .all();
    }

    Mono<Void> lapse(UUID id) {
        return database.sql("UPDATE staff_import SET state = 'LAPSED' WHERE id = :id AND state = 'PREVIEWED'")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(one -> database.sql(
                                """
                                UPDATE staff_import_row SET state = 'LAPSED', name = NULL, email = NULL
                                 WHERE import_id = :id
                                """)
                        .bind("id", id)
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    private static StaffImport staffImport(Readable row) {
        String encoding = row.get("encoding", String.class);
        return new StaffImport(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "importer_id", UUID.class),
                Columns.value(row, "file_name", String.class),
                StaffImport.State.valueOf(Columns.value(row, "state", String.class)),
                row.get("refusal", String.class),
                encoding == null
                        ? null
                        : new StaffImport.Table(
                                encoding,
                                Columns.value(row, "encoding_certain", Boolean.class),
                                Columns.value(row, "separator", String.class),
                                number(row, "heading_row")),
                number(row, "row_count"),
                number(row, "people_count"));
    }

    private static StaffRow staffRow(Readable row) {
        return new StaffRow(
                number(row, "number"),
                Columns.value(row, "name", String.class),
                new EmailAddress(Columns.value(row, "email", String.class)),
                new SettingId(Columns.value(row, "setting_id", UUID.class)),
                RoleCode.valueOf(Columns.value(row, "role", String.class)),
                Columns.value(row, "deputy", Boolean.class),
                Columns.value(row, "starts", LocalDate.class),
                row.get("ends", LocalDate.class));
    }

    private static int number(Readable row, String column) {
        return Columns.value(row, column, Integer.class);
    }

    private static <T> DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }
}
