package org.clearpost.media.importing;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.importing.ImportView.Asked;
import org.clearpost.media.importing.model.BatchDefaults;
import org.clearpost.media.importing.model.Finding;
import org.clearpost.media.importing.model.ImportPlan;
import org.clearpost.media.importing.model.ImportPlan.PlannedGiver;
import org.clearpost.media.importing.model.ImportPlan.Preview;
import org.clearpost.media.importing.model.ImportState;
import org.clearpost.media.importing.model.Mapping;
import org.clearpost.media.importing.model.RosterFile.Column;
import org.clearpost.media.importing.model.RosterFile.Shape;
import org.clearpost.media.importing.model.StoredChild;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports on their way, and the mappings a setting has used. */
@Repository
class ImportRepository {

    static final int FINDINGS_SHOWN = 200;

    private static final String SELECT =
            """
            SELECT id, setting_id, imported_by, importer_kind, file_name, state, refusal, shape, encoding, encoding_certain,
                   separator, heading_row, fingerprint, columns, mapping, remembered, question, preview,
                   jsonb_path_query_array(coalesce(findings, '[]'), '$[0 to %d]') AS findings, findings_total,
                   form_version, signed_on, kept_at, total, done, result, revision, created_at
              FROM import_batch
            """
                    .formatted(FINDINGS_SHOWN - 1);

    private final DatabaseClient database;
    private final JsonMapper json;

    ImportRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> add(UUID group, ImportBatch batch, byte @Nullable [] content, List<Finding> findings, Instant forgetAt) {
        GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO import_batch (group_id, id, setting_id, imported_by, importer_kind, file_name, state,
                            refusal, content, shape, encoding, encoding_certain, separator, heading_row, fingerprint, columns,
                            mapping, remembered, question, preview, findings, findings_total, created_at, forget_at)
                        VALUES (:group, :id, :setting, :importer, :importerKind, :fileName, :state,
                            :refusal, :content, :shape, :encoding, :encodingCertain, :separator, :headingRow, :fingerprint,
                            :columns, :mapping, :remembered, :question, :preview, :findings, :findingsTotal, :createdAt,
                            :forgetAt)
                        """)
                .bind("group", group)
                .bind("id", batch.id())
                .bind("setting", batch.setting())
                .bind("importer", batch.importer())
                .bind("importerKind", batch.importerKind().name())
                .bind("fileName", batch.fileName())
                .bind("state", batch.state().name())
                .bind("shape", batch.shape() == null ? "UNKNOWN" : batch.shape().name())
                .bind("encodingCertain", batch.encodingCertain())
                .bind("headingRow", batch.headingRow())
                .bind("columns", json(batch.columns()))
                .bind("mapping", json(batch.mapping()))
                .bind("remembered", batch.remembered())
                .bind("findings", json(findings))
                .bind("findingsTotal", batch.findingsTotal())
                .bind("createdAt", batch.createdAt());
        insert = text(insert, "refusal", batch.refusal());
        insert = text(insert, "encoding", batch.encoding());
        insert = text(insert, "separator", batch.separator());
        insert = text(insert, "fingerprint", batch.fingerprint());
        insert = jsonOrNull(insert, "question", batch.question());
        insert = jsonOrNull(insert, "preview", batch.preview());
        insert = content == null ? insert.bindNull("content", byte[].class) : insert.bind("content", content);
        insert = content == null ? insert.bindNull("forgetAt", Instant.class) : insert.bind("forgetAt", forgetAt);
        return insert.fetch().rowsUpdated().then();
    }

    Mono<ImportBatch> find(UUID id) {
        return database.sql(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map(this::batch)
                .one();
    }

    /** Newest first. */
    Flux<ImportListed> list(UUID setting, @Nullable UUID before, int rows) {
        GenericExecuteSpec select = database.sql(
                        """
                        SELECT id, imported_by, importer_kind, shape, state, preview, result, created_at, confirmed_at,
                               finished_at
                          FROM import_batch
                         WHERE setting_id = :setting AND (:before::uuid IS NULL OR id < :before)
                         ORDER BY id DESC
                         LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("rows", rows);
        select = before == null ? select.bindNull("before", UUID.class) : select.bind("before", before);
        return select.map(this::listed).all();
    }

    private ImportListed listed(Readable row) {
        Preview preview = readOrNull(row, "preview", Preview.class);
        return new ImportListed(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "imported_by", UUID.class),
                Caller.Kind.valueOf(Columns.value(row, "importer_kind", String.class)),
                shape(row),
                ImportState.valueOf(Columns.value(row, "state", String.class)),
                preview == null ? null : ImportListed.FileCounts.of(preview),
                readOrNull(row, "result", ImportResult.class),
                Columns.value(row, "created_at", Instant.class),
                row.get("confirmed_at", Instant.class),
                row.get("finished_at", Instant.class));
    }

    Mono<byte[]> content(UUID id) {
        return bytes("content", id);
    }

    Mono<byte[]> plan(UUID id) {
        return bytes("plan", id);
    }

    private Mono<byte[]> bytes(String column, UUID id) {
        return database.sql("SELECT " + column + " AS bytes FROM import_batch WHERE id = :id AND " + column
                        + " IS NOT NULL")
                .bind("id", id)
                .map(row -> Columns.value(row, "bytes", byte[].class))
                .one();
    }

    /** All findings, for the report. */
    Mono<List<Finding>> findings(UUID id) {
        return database.sql("SELECT coalesce(findings, '[]') AS findings FROM import_batch WHERE id = :id")
                .bind("id", id)
                .map(this::findings)
                .one();
    }

    /** Saves what came of reading the file by a mapping; nobody has changed it since {@code revision} was read. */
    Mono<Long> map(
            UUID id,
            int revision,
            ImportState state,
            Mapping mapping,
            @Nullable Asked question,
            @Nullable Preview preview,
            List<Finding> findings,
            int findingsTotal) {
        GenericExecuteSpec update = database.sql(
                        """
                        UPDATE import_batch
                           SET state = :state, mapping = :mapping, remembered = false, question = :question,
                               preview = :preview, findings = :findings, findings_total = :findingsTotal,
                               revision = revision + 1
                         WHERE id = :id AND revision = :revision AND state IN ('NEEDS_MAPPING', 'PREVIEWED')
                        """)
                .bind("state", state.name())
                .bind("mapping", json(mapping))
                .bind("findings", json(findings))
                .bind("findingsTotal", findingsTotal)
                .bind("id", id)
                .bind("revision", revision);
        update = jsonOrNull(update, "question", question);
        update = jsonOrNull(update, "preview", preview);
        return update.fetch().rowsUpdated();
    }

    Mono<Mapping> remembered(UUID setting, String fingerprint) {
        return database.sql(
                        "SELECT mapping FROM column_mapping WHERE setting_id = :setting AND fingerprint = :fingerprint")
                .bind("setting", setting)
                .bind("fingerprint", fingerprint)
                .map(row -> read(row, "mapping", Mapping.class))
                .one();
    }

    Mono<Void> remember(UUID group, UUID setting, String fingerprint, Mapping mapping, Instant at, UUID by) {
        return database.sql(
                        """
                        INSERT INTO column_mapping (group_id, setting_id, fingerprint, mapping, remembered_at, remembered_by)
                        VALUES (:group, :setting, :fingerprint, :mapping, :at, :by)
                        ON CONFLICT (group_id, setting_id, fingerprint) DO UPDATE
                           SET mapping = excluded.mapping, remembered_at = excluded.remembered_at,
                               remembered_by = excluded.remembered_by
                        """)
                .bind("group", group)
                .bind("setting", setting)
                .bind("fingerprint", fingerprint)
                .bind("mapping", json(mapping))
                .bind("at", at)
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<String> settingName(UUID setting) {
        return database.sql("SELECT official_name FROM setting_known WHERE setting_id = :setting")
                .bind("setting", setting)
                .map(row -> Columns.value(row, "official_name", String.class))
                .one();
    }

    Mono<List<StoredChild>> children(UUID setting) {
        return database.sql(
                        """
                        SELECT id, external_id, first_name, surname, class_name, ended_on IS NOT NULL AS ended
                          FROM subject
                         WHERE setting_id = :setting AND kind = 'CHILD'
                        """)
                .bind("setting", setting)
                .map(row -> new StoredChild(
                        Columns.value(row, "id", UUID.class),
                        row.get("external_id", String.class),
                        Columns.value(row, "first_name", String.class),
                        Columns.value(row, "surname", String.class),
                        Columns.value(row, "class_name", String.class),
                        Boolean.TRUE.equals(row.get("ended", Boolean.class))))
                .all()
                .collectList();
    }

    /** Those of the plan's givers who are on record: by number, by name and e-mail, or by name at the same child. */
    Mono<Map<Integer, UUID>> givers(UUID setting, ImportPlan plan) {
        List<PlannedGiver> givers = plan.givers();
        Map<Integer, UUID> child = new HashMap<>();
        plan.children().forEach(planned -> {
            if (planned.stored() != null) {
                planned.givers().forEach(link -> child.put(link.giver(), planned.stored()));
            }
        });
        return database.sql(
                        """
                        WITH named AS (
                            SELECT n - 1 AS position, nullif(number, '') AS number, lower(name) AS name,
                                   lower(nullif(email, '')) AS email, nullif(child, '')::uuid AS child
                              FROM unnest(:numbers::text[], :names::text[], :emails::text[], :children::text[])
                                   WITH ORDINALITY AS f(number, name, email, child, n))
                        SELECT position, g.id, 1 AS sureness FROM named
                          JOIN giver g ON g.setting_id = :setting AND g.external_id = named.number
                         UNION ALL
                        SELECT position, g.id, 2 FROM named
                          JOIN giver g ON g.setting_id = :setting AND lower(g.name) = named.name
                                      AND lower(g.email) = named.email
                         WHERE g.type IN ('PARENT', 'CARER')
                         UNION ALL
                        SELECT position, g.id, 3 FROM named
                          JOIN subject_giver sg ON sg.subject_id = named.child
                          JOIN giver g ON g.id = sg.giver_id AND lower(g.name) = named.name
                         WHERE g.type IN ('PARENT', 'CARER')
                           AND (named.email IS NULL OR g.email IS NULL) AND (named.number IS NULL OR g.external_id IS NULL)
                         ORDER BY sureness, id
                        """)
                .bind(
                        "numbers",
                        givers.stream()
                                .map(giver -> orBlank(giver.externalId()))
                                .toArray(String[]::new))
                .bind("names", givers.stream().map(PlannedGiver::name).toArray(String[]::new))
                .bind(
                        "emails",
                        givers.stream().map(giver -> orBlank(giver.email())).toArray(String[]::new))
                .bind(
                        "children",
                        IntStream.range(0, givers.size())
                                .mapToObj(i -> child.containsKey(i) ? String.valueOf(child.get(i)) : "")
                                .toArray(String[]::new))
                .bind("setting", setting)
                .map(row -> Map.entry(
                        Columns.value(row, "position", Long.class).intValue(), Columns.value(row, "id", UUID.class)))
                .all()
                .collect(HashMap::new, (known, entry) -> known.putIfAbsent(entry.getKey(), entry.getValue()));
    }

    Mono<Boolean> isAnotherRunning(UUID setting) {
        return database.sql(
                        "SELECT EXISTS (SELECT FROM import_batch WHERE setting_id = :setting AND state = 'RUNNING') AS"
                                + " running")
                .bind("setting", setting)
                .map(row -> Boolean.TRUE.equals(row.get("running", Boolean.class)))
                .one();
    }

    Mono<Long> confirm(UUID id, BatchDefaults defaults, int total, Instant at) {
        GenericExecuteSpec update = database.sql(
                        """
                        UPDATE import_batch
                           SET state = 'RUNNING', form_version = :formVersion, signed_on = :signedOn, kept_at = :keptAt,
                               total = :total, confirmed_at = :at, forget_at = NULL, revision = revision + 1
                         WHERE id = :id AND state = 'PREVIEWED' AND content IS NOT NULL
                        """)
                .bind("id", id)
                .bind("total", total)
                .bind("at", at);
        update = text(update, "formVersion", defaults.formVersion());
        update = text(update, "keptAt", defaults.keptAt());
        LocalDate signedOn = defaults.signedOn();
        update = signedOn == null ? update.bindNull("signedOn", LocalDate.class) : update.bind("signedOn", signedOn);
        return update.fetch().rowsUpdated();
    }

    Mono<Long> discard(UUID id, Instant at) {
        return database.sql(
                        """
                        UPDATE import_batch
                           SET state = 'DISCARDED', content = NULL, findings = NULL, columns = '[]', question = NULL,
                               forget_at = NULL, finished_at = :at, revision = revision + 1
                         WHERE id = :id AND state IN ('NEEDS_MAPPING', 'PREVIEWED')
                        """)
                .bind("id", id)
                .bind("at", at)
                .fetch()
                .rowsUpdated();
    }

    // What the job does

    /** Takes an import over unless another worker has it. */
    Mono<ImportBatch> claim(UUID id, UUID worker, Instant now, Instant until) {
        return database.sql(
                        """
                        UPDATE import_batch SET claimed_by = :worker, claimed_until = :until, attempts = attempts + 1
                         WHERE id = :id AND state = 'RUNNING' AND (claimed_until IS NULL OR claimed_until < :now)
                        """)
                .bind("worker", worker)
                .bind("until", until)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(rows -> find(id));
    }

    Mono<Integer> attempts(UUID id) {
        return database.sql("SELECT attempts FROM import_batch WHERE id = :id")
                .bind("id", id)
                .map(row -> Columns.value(row, "attempts", Integer.class))
                .one();
    }

    /** Keeps what is going to be written and lets go of the file. */
    Mono<Long> freeze(
            UUID id,
            UUID worker,
            byte[] plan,
            Preview preview,
            List<Finding> findings,
            int findingsTotal,
            Instant until) {
        return database.sql(
                        """
                        UPDATE import_batch
                           SET plan = :plan, content = NULL, columns = (SELECT coalesce(
                                   jsonb_agg(c || '{"samples": []}' ORDER BY (c ->> 'index')::int), '[]')
                                   FROM jsonb_array_elements(columns) AS c),
                               preview = :preview, findings = :findings, findings_total = :findingsTotal, total = :total,
                               done = 0, claimed_until = :until
                         WHERE id = :id AND state = 'RUNNING' AND claimed_by = :worker AND plan IS NULL
                        """)
                .bind("plan", plan)
                .bind("preview", json(preview))
                .bind("findings", json(findings))
                .bind("findingsTotal", findingsTotal)
                .bind("total", preview.people())
                .bind("until", until)
                .bind("id", id)
                .bind("worker", worker)
                .fetch()
                .rowsUpdated();
    }

    /** Notes how far the work is. Of two workers only the one that holds the claim gets any further. */
    Mono<Long> advance(
            UUID id, UUID worker, int before, int after, ImportResult result, List<Finding> more, Instant until) {
        return database.sql(
                        """
                        UPDATE import_batch
                           SET done = :after, result = :result, claimed_until = :until,
                               attempts = 1, findings = findings || :more, findings_total = findings_total + :moreTotal
                         WHERE id = :id AND state = 'RUNNING' AND claimed_by = :worker AND done = :before
                        """)
                .bind("after", after)
                .bind("before", before)
                .bind("result", json(result))
                .bind("more", json(more))
                .bind("moreTotal", more.size())
                .bind("until", until)
                .bind("id", id)
                .bind("worker", worker)
                .fetch()
                .rowsUpdated();
    }

    /** Ends the work; the findings stay for the report until {@code forgetAt}. */
    Mono<Long> finish(UUID id, UUID worker, ImportState state, @Nullable String refusal, Instant at, Instant forgetAt) {
        GenericExecuteSpec update = database.sql(
                        """
                        UPDATE import_batch
                           SET state = :state, content = NULL, plan = NULL, finished_at = :at, forget_at = :forgetAt,
                               refusal = :refusal, claimed_by = NULL, claimed_until = NULL, revision = revision + 1,
                               columns = (SELECT coalesce(
                                   jsonb_agg(c || '{"samples": []}' ORDER BY (c ->> 'index')::int), '[]')
                                   FROM jsonb_array_elements(columns) AS c)
                         WHERE id = :id AND state = 'RUNNING' AND claimed_by = :worker
                        """)
                .bind("state", state.name())
                .bind("at", at)
                .bind("forgetAt", forgetAt)
                .bind("id", id)
                .bind("worker", worker);
        return text(update, "refusal", refusal).fetch().rowsUpdated();
    }

    /** Where an import is, for work across groups. */
    record Place(UUID group, UUID id) {}

    /** Only {@code across} groups: running imports nobody is working on. */
    Flux<Place> abandoned(Instant now) {
        return places("state = 'RUNNING' AND (claimed_until IS NULL OR claimed_until < :now)", now);
    }

    /** Only {@code across} groups: imports of which something has been kept long enough. */
    Flux<Place> toForget(Instant now) {
        return places("forget_at <= :now", now);
    }

    private Flux<Place> places(String condition, Instant now) {
        return database.sql("SELECT group_id, id FROM import_batch WHERE " + condition + " LIMIT 100")
                .bind("now", now)
                .map(row -> new Place(Columns.value(row, "group_id", UUID.class), Columns.value(row, "id", UUID.class)))
                .all();
    }

    /** Lets go of files nobody confirmed, and of findings, which quote the file. */
    Mono<Void> forget(UUID id, Instant now) {
        return database.sql(
                        """
                        UPDATE import_batch
                           SET state = CASE WHEN state IN ('NEEDS_MAPPING', 'PREVIEWED') THEN 'DISCARDED' ELSE state END,
                               content = NULL, findings = NULL, columns = '[]', question = NULL, forget_at = NULL,
                               finished_at = coalesce(finished_at, :now), revision = revision + 1
                         WHERE id = :id AND forget_at <= :now
                        """)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static @Nullable Shape shape(Readable row) {
        String shape = Columns.value(row, "shape", String.class);
        return shape.equals("UNKNOWN") ? null : Shape.valueOf(shape);
    }

    private ImportBatch batch(Readable row) {
        return new ImportBatch(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                Columns.value(row, "imported_by", UUID.class),
                Caller.Kind.valueOf(Columns.value(row, "importer_kind", String.class)),
                Columns.value(row, "file_name", String.class),
                ImportState.valueOf(Columns.value(row, "state", String.class)),
                row.get("refusal", String.class),
                shape(row),
                row.get("encoding", String.class),
                Boolean.TRUE.equals(row.get("encoding_certain", Boolean.class)),
                row.get("separator", String.class),
                Columns.value(row, "heading_row", Integer.class),
                row.get("fingerprint", String.class),
                json.readValue(Columns.json(row, "columns"), new TypeReference<List<Column>>() {}),
                read(row, "mapping", Mapping.class),
                Boolean.TRUE.equals(row.get("remembered", Boolean.class)),
                readOrNull(row, "question", Asked.class),
                readOrNull(row, "preview", Preview.class),
                findings(row),
                Columns.value(row, "findings_total", Integer.class),
                new BatchDefaults(
                        row.get("form_version", String.class),
                        row.get("signed_on", LocalDate.class),
                        row.get("kept_at", String.class)),
                Columns.value(row, "total", Integer.class),
                Columns.value(row, "done", Integer.class),
                readOrNull(row, "result", ImportResult.class),
                Columns.value(row, "revision", Integer.class),
                Columns.value(row, "created_at", Instant.class));
    }

    private List<Finding> findings(Readable row) {
        return json.readValue(Columns.json(row, "findings"), new TypeReference<List<Finding>>() {});
    }

    private Json json(Object value) {
        return Json.of(json.writeValueAsBytes(value));
    }

    private GenericExecuteSpec jsonOrNull(GenericExecuteSpec statement, String name, @Nullable Object value) {
        return value == null ? statement.bindNull(name, Json.class) : statement.bind(name, json(value));
    }

    private <T> T read(Readable row, String column, Class<T> type) {
        return json.readValue(Columns.json(row, column), type);
    }

    private <T> @Nullable T readOrNull(Readable row, String column, Class<T> type) {
        Json value = row.get(column, Json.class);
        return value == null ? null : json.readValue(value.asString(), type);
    }

    private static GenericExecuteSpec text(GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    private static String orBlank(@Nullable String value) {
        return value == null ? "" : value;
    }
}
