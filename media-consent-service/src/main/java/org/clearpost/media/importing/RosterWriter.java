package org.clearpost.media.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.importing.model.ConsentMerge;
import org.clearpost.media.importing.model.FrozenPlan;
import org.clearpost.media.importing.model.FrozenPlan.Child;
import org.clearpost.media.importing.model.FrozenPlan.Giver;
import org.clearpost.media.importing.model.ImportPlan.Link;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.Responsibility;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.takedowns.OpenTakedowns;
import org.clearpost.media.takedowns.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Writes a part of a frozen plan: people, givers and answers, each with one statement however many there are. Use
 * inside a transaction; people on record are locked first, in the order of their ids.
 */
@Repository
class RosterWriter {

    private final DatabaseClient database;
    private final OpenTakedowns takedowns;

    RosterWriter(DatabaseClient database, OpenTakedowns takedowns) {
        this.database = database;
        this.takedowns = takedowns;
    }

    /** Which import is writing. */
    record Origin(UUID group, UUID setting, UUID importId, UUID importer, Instant at) {}

    /** What was written, and about whom something changed. */
    record Written(ImportResult result, List<UUID> affected) {}

    Mono<Written> write(Origin origin, FrozenPlan plan, List<Child> children) {
        Work work = new Work(origin, plan, children);
        return lock(work)
                .then(addPeople(work))
                .then(moveClasses(work))
                .then(addGivers(work))
                .then(relate(work))
                .then(suspend(work))
                .then(readResponsibilities(work))
                .then(readAnswers(work))
                .then(Mono.defer(() -> {
                    work.decide();
                    return raiseVersions(work)
                            .then(supersede(work))
                            .then(addAnswers(work))
                            .then(openTakedowns(work));
                }))
                .then(Mono.fromSupplier(work::written));
    }

    private record Pair(UUID subject, UUID giver) {}

    private record Key(UUID subject, UUID giver, String purpose, @Nullable String channel) {}

    private record OnRecord(UUID id, ConsentMerge.OnRecord answer) {}

    private record Row(Child child, UUID giver, PlannedAnswer answer, ConsentState state) {}

    /** One part in the making. */
    private static final class Work {

        final Origin origin;
        final FrozenPlan plan;
        final List<Child> children;
        final List<Child> fresh;
        final UUID[] stored;
        final Map<Pair, Responsibility> responsibilities = new HashMap<>();
        final Map<Key, OnRecord> onRecord = new HashMap<>();
        final List<UUID> superseded = new ArrayList<>();
        final List<Row> rows = new ArrayList<>();
        final Set<UUID> changed = new HashSet<>();
        final Set<UUID> reconsented = new HashSet<>();
        final Set<UUID> raised = new HashSet<>();
        int kept;

        Work(Origin origin, FrozenPlan plan, List<Child> children) {
            this.origin = origin;
            this.plan = plan;
            this.children = children;
            this.fresh = children.stream().filter(Child::fresh).toList();
            this.stored = children.stream()
                    .filter(child -> !child.fresh())
                    .map(Child::id)
                    .sorted()
                    .toArray(UUID[]::new);
        }

        void decide() {
            for (Child child : children) {
                for (Link link : child.givers()) {
                    responsibilities.putIfAbsent(
                            new Pair(child.id(), giver(link.giver()).id()), link.responsibility());
                }
                for (PlannedAnswer answer : child.answers()) {
                    decide(child, answer);
                }
            }
        }

        private void decide(Child child, PlannedAnswer answer) {
            UUID giver = giver(answer.giver()).id();
            OnRecord known = onRecord.get(new Key(
                    child.id(),
                    giver,
                    answer.purpose().name(),
                    answer.channel() == null ? null : answer.channel().name()));
            Responsibility held = responsibilities.getOrDefault(new Pair(child.id(), giver), Responsibility.UNKNOWN);
            switch (ConsentMerge.of(known == null ? null : known.answer(), answer, held)) {
                case ConsentMerge.Store store -> {
                    if (known != null) {
                        superseded.add(known.id());
                    }
                    rows.add(new Row(child, giver, answer, store.state()));
                    reconsented.add(child.id());
                }
                case ConsentMerge.NoStands stands -> kept++;
                case ConsentMerge.Unchanged same -> {
                    // Nothing new was said.
                }
            }
        }

        Giver giver(int position) {
            return plan.givers().get(position);
        }

        Written written() {
            changed.addAll(reconsented);
            fresh.forEach(child -> changed.remove(child.id()));
            int active = 0;
            int pending = 0;
            int refused = 0;
            for (Row row : rows) {
                switch (row.state()) {
                    case ACTIVE -> active++;
                    case REFUSED -> refused++;
                    default -> pending++;
                }
            }
            List<UUID> affected = new ArrayList<>(changed);
            fresh.forEach(child -> affected.add(child.id()));
            return new Written(
                    new ImportResult(
                            fresh.size(),
                            changed.size(),
                            stored.length - changed.size(),
                            active,
                            pending,
                            refused,
                            kept,
                            0),
                    affected);
        }
    }

    private Mono<Void> lock(Work work) {
        return work.stored.length == 0
                ? Mono.empty()
                : database.sql("SELECT id FROM subject WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
                        .bind("ids", work.stored)
                        .fetch()
                        .all()
                        .then();
    }

    private Mono<Void> addPeople(Work work) {
        if (work.fresh.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        INSERT INTO subject (group_id, id, setting_id, kind, first_name, surname, class_name, external_id)
                        SELECT :group, id, :setting, 'CHILD', first_name, surname, class_name, nullif(external_id, '')
                          FROM unnest(:ids::uuid[], :firstNames::text[], :surnames::text[], :classes::text[],
                                      :numbers::text[]) AS f(id, first_name, surname, class_name, external_id)
                        """)
                .bind("group", work.origin.group())
                .bind("setting", work.origin.setting())
                .bind("ids", ids(work.fresh, Child::id))
                .bind("firstNames", texts(work.fresh, Child::firstName))
                .bind("surnames", texts(work.fresh, Child::surname))
                .bind("classes", texts(work.fresh, Child::className))
                .bind("numbers", texts(work.fresh, Child::externalId))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** A class the file does not name stays as it is. */
    private Mono<Void> moveClasses(Work work) {
        List<Child> named = work.children.stream()
                .filter(child -> !child.fresh() && !child.className().isEmpty())
                .toList();
        if (named.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        UPDATE subject s SET class_name = f.class_name, revision = revision + 1
                          FROM unnest(:ids::uuid[], :classes::text[]) AS f(id, class_name)
                         WHERE s.id = f.id AND s.class_name <> f.class_name
                        RETURNING s.id
                        """)
                .bind("ids", ids(named, Child::id))
                .bind("classes", texts(named, Child::className))
                .map(row -> Columns.value(row, "id", UUID.class))
                .all()
                .doOnNext(work.changed::add)
                .then();
    }

    private Mono<Void> addGivers(Work work) {
        Set<Integer> named = new HashSet<>();
        work.children.forEach(child -> child.givers().forEach(link -> named.add(link.giver())));
        List<Giver> fresh = named.stream().map(work::giver).filter(Giver::fresh).toList();
        if (fresh.isEmpty()) {
            return Mono.empty();
        }
        // An earlier part of the same import may have brought the same giver.
        return database.sql(
                        """
                        INSERT INTO giver (group_id, id, setting_id, name, type, email, external_id)
                        SELECT :group, id, :setting, name, type, nullif(email, ''), nullif(external_id, '')
                          FROM unnest(:ids::uuid[], :names::text[], :types::text[], :emails::text[], :numbers::text[])
                               AS f(id, name, type, email, external_id)
                        ON CONFLICT (group_id, id) DO NOTHING
                        """)
                .bind("group", work.origin.group())
                .bind("setting", work.origin.setting())
                .bind("ids", ids(fresh, Giver::id))
                .bind("names", texts(fresh, Giver::name))
                .bind("types", texts(fresh, giver -> giver.type().name()))
                .bind("emails", texts(fresh, Giver::email))
                .bind("numbers", texts(fresh, Giver::externalId))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** What a file does not say stays as it is, and it does not overrule a recorded lack of responsibility. */
    private Mono<Void> relate(Work work) {
        List<Map.Entry<Child, Link>> links = new ArrayList<>();
        work.children.forEach(child -> child.givers().forEach(link -> links.add(Map.entry(child, link))));
        if (links.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        INSERT INTO subject_giver AS known (group_id, subject_id, giver_id, relation, responsibility)
                        SELECT :group, subject_id, giver_id, nullif(relation, ''), responsibility
                          FROM unnest(:subjects::uuid[], :givers::uuid[], :relations::text[], :responsibilities::text[])
                               AS f(subject_id, giver_id, relation, responsibility)
                        ON CONFLICT (group_id, subject_id, giver_id) DO UPDATE
                           SET relation = coalesce(excluded.relation, known.relation),
                               responsibility = CASE WHEN known.responsibility = 'NO' THEN 'NO'
                                                     WHEN excluded.responsibility = 'UNKNOWN' THEN known.responsibility
                                                     ELSE excluded.responsibility END
                         WHERE known.relation IS DISTINCT FROM coalesce(excluded.relation, known.relation)
                            OR (known.responsibility <> 'NO' AND excluded.responsibility <> 'UNKNOWN'
                                AND known.responsibility <> excluded.responsibility)
                        RETURNING subject_id
                        """)
                .bind("group", work.origin.group())
                .bind("subjects", ids(links, link -> link.getKey().id()))
                .bind("givers", ids(links, link -> work.giver(link.getValue().giver())
                        .id()))
                .bind("relations", texts(links, link -> link.getValue().relation()))
                .bind(
                        "responsibilities",
                        texts(links, link -> link.getValue().responsibility().name()))
                .map(row -> Columns.value(row, "subject_id", UUID.class))
                .all()
                .doOnNext(work.changed::add)
                .then();
    }

    /**
     * A yes from somebody who turns out not to be responsible waits from now on. The journal is written at the end of the
     * statement, when the version is raised.
     */
    private Mono<Void> suspend(Work work) {
        if (work.stored.length == 0) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        WITH waiting AS (
                            UPDATE consent c SET state = 'PENDING', waiting_since = :now, revision = c.revision + 1
                              FROM subject_giver sg
                             WHERE c.subject_id = ANY (:ids) AND c.state = 'ACTIVE' AND c.superseded_at IS NULL
                               AND sg.subject_id = c.subject_id AND sg.giver_id = c.giver_id
                               AND (sg.responsibility = 'NO' OR sg.barred_at IS NOT NULL)
                            RETURNING c.subject_id)
                        UPDATE subject s SET version = version + 1 WHERE s.id IN (SELECT subject_id FROM waiting)
                        RETURNING s.id
                        """)
                .bind("now", work.origin.at())
                .bind("ids", work.stored)
                .map(row -> Columns.value(row, "id", UUID.class))
                .all()
                .doOnNext(work.raised::add)
                .doOnNext(work.reconsented::add)
                .then();
    }

    private Mono<Void> readResponsibilities(Work work) {
        if (work.stored.length == 0) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        SELECT subject_id, giver_id,
                               CASE WHEN barred_at IS NULL THEN responsibility ELSE 'NO' END AS responsibility
                          FROM subject_giver WHERE subject_id = ANY (:ids)
                        """)
                .bind("ids", work.stored)
                .map(row -> {
                    work.responsibilities.put(
                            new Pair(
                                    Columns.value(row, "subject_id", UUID.class),
                                    Columns.value(row, "giver_id", UUID.class)),
                            Responsibility.valueOf(Columns.value(row, "responsibility", String.class)));
                    return true;
                })
                .all()
                .then();
    }

    private Mono<Void> readAnswers(Work work) {
        if (work.stored.length == 0) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        WITH said AS (
                            SELECT id, subject_id, giver_id, purpose, channel, state, signed_on, superseded_at,
                                   max(CASE WHEN state NOT IN ('REFUSED', 'WITHDRAWN') THEN NULL
                                            WHEN withdrawn_at IS NOT NULL
                                            THEN (withdrawn_at AT TIME ZONE 'Europe/London')::date
                                            ELSE coalesce(signed_on, (recorded_at AT TIME ZONE 'Europe/London')::date)
                                       END) OVER (PARTITION BY subject_id, giver_id, purpose, channel) AS latest_no
                              FROM consent WHERE subject_id = ANY (:ids))
                        SELECT id, subject_id, giver_id, purpose, channel, state, signed_on, latest_no FROM said
                         WHERE superseded_at IS NULL
                        """)
                .bind("ids", work.stored)
                .map(row -> {
                    work.onRecord.put(
                            new Key(
                                    Columns.value(row, "subject_id", UUID.class),
                                    Columns.value(row, "giver_id", UUID.class),
                                    Columns.value(row, "purpose", String.class),
                                    row.get("channel", String.class)),
                            new OnRecord(
                                    Columns.value(row, "id", UUID.class),
                                    new ConsentMerge.OnRecord(
                                            ConsentState.valueOf(Columns.value(row, "state", String.class)),
                                            row.get("signed_on", LocalDate.class),
                                            row.get("latest_no", LocalDate.class))));
                    return true;
                })
                .all()
                .then();
    }

    private Mono<Void> supersede(Work work) {
        if (work.superseded.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("UPDATE consent SET superseded_at = :now, revision = revision + 1 WHERE id = ANY (:ids)")
                .bind("now", work.origin.at())
                .bind("ids", work.superseded.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Void> addAnswers(Work work) {
        if (work.rows.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        INSERT INTO consent (group_id, id, subject_id, giver_id, purpose, channel, state, form_version,
                                             signed_on, kept_at, recorded_at, recorded_by, import_id)
                        SELECT :group, id, subject_id, giver_id, purpose, nullif(channel, ''), state,
                               nullif(form_version, ''), nullif(signed_on, '')::date, nullif(kept_at, ''), :now, :importer,
                               :import
                          FROM unnest(:ids::uuid[], :subjects::uuid[], :givers::uuid[], :purposes::text[],
                                      :channels::text[], :states::text[], :forms::text[], :dates::text[], :places::text[])
                               AS f(id, subject_id, giver_id, purpose, channel, state, form_version, signed_on, kept_at)
                        """)
                .bind("group", work.origin.group())
                .bind("now", work.origin.at())
                .bind("importer", work.origin.importer())
                .bind("import", work.origin.importId())
                .bind("ids", ids(work.rows, row -> Ids.next()))
                .bind("subjects", ids(work.rows, row -> row.child().id()))
                .bind("givers", ids(work.rows, Row::giver))
                .bind("purposes", texts(work.rows, row -> row.answer().purpose().name()))
                .bind(
                        "channels",
                        texts(
                                work.rows,
                                row -> row.answer().channel() == null
                                        ? null
                                        : row.answer().channel().name()))
                .bind("states", texts(work.rows, row -> row.state().name()))
                .bind("forms", texts(work.rows, row -> row.answer().formVersion()))
                .bind(
                        "dates",
                        texts(
                                work.rows,
                                row -> row.answer().signedOn() == null
                                        ? null
                                        : row.answer().signedOn().toString()))
                .bind("places", texts(work.rows, row -> row.answer().keptAt()))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /**
     * Decisions keep this version: it rises under the lock with every answer that changes, and before it, as the journal
     * notes it with the answer.
     */
    private Mono<Void> raiseVersions(Work work) {
        List<UUID> unraised = work.reconsented.stream()
                .filter(subject -> !work.raised.contains(subject))
                .toList();
        if (unraised.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("UPDATE subject SET version = version + 1 WHERE id = ANY (:ids)")
                .bind("ids", unraised.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Void> openTakedowns(Work work) {
        return Mono.defer(() -> takedowns.forSubjects(
                work.origin.group(),
                work.reconsented.stream().map(SubjectId::new).toList(),
                Reason.REFUSED,
                work.origin.at()));
    }

    private static <T> UUID[] ids(List<T> of, Function<T, UUID> id) {
        return of.stream().map(id).toArray(UUID[]::new);
    }

    /** Absent becomes empty: arrays of texts cross the wire without nulls. */
    private static <T> String[] texts(List<T> of, Function<T, @Nullable String> text) {
        String[] texts = new String[of.size()];
        for (int i = 0; i < texts.length; i++) {
            String each = text.apply(of.get(i));
            texts[i] = each == null ? "" : each;
        }
        return texts;
    }
}
