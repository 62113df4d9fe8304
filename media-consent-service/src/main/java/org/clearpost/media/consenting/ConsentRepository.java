package org.clearpost.media.consenting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.consenting.ConsentView.GiverView;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers and who gave them. Every write here happens under the lock on the person it is about. */
@Repository
class ConsentRepository {

    /** Columns of {@code consent c}, {@code giver g} and {@code subject_giver sg} that {@link #view} reads. */
    static final String COLUMNS =
            """
            c.id, c.subject_id, c.purpose, c.channel, c.state, c.form_version, c.signed_on, c.kept_at, c.evidence_id,
            c.esign_reference, c.valid_until, c.recorded_at, c.recorded_by, c.withdrawn_at, c.withdrawn_by,
            c.superseded_at,
            g.id AS giver_id, g.name, g.type, g.email, sg.relation, sg.responsibility
            """;

    static final String FROM =
            """
              FROM consent c
              JOIN giver g ON g.group_id = c.group_id AND g.id = c.giver_id
              JOIN subject_giver sg ON sg.group_id = c.group_id AND sg.subject_id = c.subject_id AND sg.giver_id = c.giver_id
            """;

    private static final String SELECT = "SELECT " + COLUMNS + FROM;

    private final DatabaseClient database;

    ConsentRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A new answer, in the state it starts in. */
    record NewConsent(
            UUID id,
            UUID subject,
            UUID giver,
            Purpose purpose,
            @Nullable Platform channel,
            ConsentState state,
            Evidence evidence,
            @Nullable Instant validUntil,
            Instant recordedAt,
            UUID recordedBy) {}

    /** Newest first. */
    Flux<ConsentView> ofSubject(UUID subject, Instant now, @Nullable Cursor after, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        SELECT
                                + """
                         WHERE c.subject_id = :subject
                           AND (:lastAt::timestamptz IS NULL OR (c.recorded_at, c.id) < (:lastAt, :lastId))
                         ORDER BY c.recorded_at DESC, c.id DESC
                         LIMIT :rows
                        """)
                .bind("subject", subject)
                .bind("rows", rows);
        select = after == null
                ? select.bindNull("lastAt", Instant.class).bindNull("lastId", UUID.class)
                : select.bind("lastAt", after.instant(0)).bind("lastId", after.uuid(1));
        return select.map(row -> view(row, now)).all();
    }

    Mono<ConsentView> find(UUID consent, Instant now) {
        return database.sql(SELECT + " WHERE c.id = :id")
                .bind("id", consent)
                .map(row -> view(row, now))
                .one();
    }

    /** The giver with this name and type who already answers for the person, or who has the same e-mail address here. */
    Mono<UUID> findGiver(UUID setting, UUID subject, String name, GiverType type, @Nullable String email) {
        return bind(
                        database.sql(
                                        """
                                        SELECT g.id FROM giver g
                                         WHERE g.setting_id = :setting AND g.type = :type AND lower(g.name) = lower(:name)
                                           AND (lower(g.email) = lower(:email)
                                                OR ((g.email IS NULL OR :email::text IS NULL)
                                                    AND EXISTS (SELECT FROM subject_giver sg
                                                                 WHERE sg.group_id = g.group_id AND sg.giver_id = g.id
                                                                   AND sg.subject_id = :subject)))
                                         ORDER BY g.email IS NULL, g.id LIMIT 1
                                        """)
                                .bind("setting", setting)
                                .bind("type", type.name())
                                .bind("name", name)
                                .bind("subject", subject),
                        "email",
                        email)
                .map(row -> Columns.value(row, "id", UUID.class))
                .one();
    }

    Mono<UUID> addGiver(UUID group, UUID id, UUID setting, String name, GiverType type, @Nullable String email) {
        return bind(
                        database.sql(
                                        """
                                        INSERT INTO giver (group_id, id, setting_id, name, type, email)
                                        VALUES (:group, :id, :setting, :name, :type, :email)
                                        """)
                                .bind("group", group)
                                .bind("id", id)
                                .bind("setting", setting)
                                .bind("name", name)
                                .bind("type", type.name()),
                        "email",
                        email)
                .fetch()
                .rowsUpdated()
                .thenReturn(id);
    }

    /**
     * Notes what the giver is to the person. UNKNOWN leaves a known responsibility as it is. Gives what now
     * counts: somebody barred from answering has none.
     */
    Mono<Responsibility> relate(
            UUID group, UUID subject, UUID giver, @Nullable String relation, Responsibility responsibility) {
        return bind(
                        database.sql(
                                        """
                                        INSERT INTO subject_giver AS known (group_id, subject_id, giver_id, relation, responsibility)
                                        VALUES (:group, :subject, :giver, :relation, :responsibility)
                                        ON CONFLICT (group_id, subject_id, giver_id) DO UPDATE
                                           SET relation = coalesce(excluded.relation, known.relation),
                                               responsibility = CASE excluded.responsibility
                                                                     WHEN 'UNKNOWN' THEN known.responsibility
                                                                     ELSE excluded.responsibility END
                                        RETURNING CASE WHEN known.barred_at IS NULL THEN known.responsibility ELSE 'NO' END
                                                  AS responsibility
                                        """)
                                .bind("group", group)
                                .bind("subject", subject)
                                .bind("giver", giver)
                                .bind("responsibility", responsibility.name()),
                        "relation",
                        relation)
                .map(row -> Responsibility.valueOf(Columns.value(row, "responsibility", String.class)))
                .one();
    }

    /** Whether a judgement stands that this pupil is able to decide. */
    Mono<Boolean> isJudgedAble(UUID subject) {
        return database.sql("SELECT EXISTS (SELECT FROM ability WHERE subject_id = :subject AND revoked_at IS NULL)")
                .bind("subject", subject)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** A yes from somebody who turns out not to be entitled waits from now on. */
    Mono<Void> suspendAnswersOf(UUID subject, UUID giver, Instant now) {
        return database.sql(
                        """
                        UPDATE consent SET state = 'PENDING', waiting_since = :now, revision = revision + 1
                         WHERE subject_id = :subject AND giver_id = :giver AND state = 'ACTIVE' AND superseded_at IS NULL
                        """)
                .bind("now", now)
                .bind("subject", subject)
                .bind("giver", giver)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** The day of this giver's latest no to the same question, whether or not an answer has replaced it since. */
    Mono<Optional<LocalDate>> latestNo(NewConsent answer) {
        return bind(
                        database.sql(
                                        """
                                        SELECT max(CASE WHEN withdrawn_at IS NOT NULL
                                                        THEN (withdrawn_at AT TIME ZONE 'Europe/London')::date
                                                        ELSE coalesce(signed_on, (recorded_at AT TIME ZONE 'Europe/London')::date)
                                                   END) AS said_on
                                          FROM consent
                                         WHERE subject_id = :subject AND giver_id = :giver AND purpose = :purpose
                                           AND channel IS NOT DISTINCT FROM :channel AND state IN ('REFUSED', 'WITHDRAWN')
                                        """)
                                .bind("subject", answer.subject())
                                .bind("giver", answer.giver())
                                .bind("purpose", answer.purpose().name()),
                        "channel",
                        answer.channel() == null ? null : answer.channel().name())
                .map(row -> Optional.ofNullable(row.get("said_on", LocalDate.class)))
                .one();
    }

    /** Ends this giver's present answer to the same question, and gives the state that answer had. */
    Mono<ConsentState> supersede(NewConsent answer) {
        return bind(
                        database.sql(
                                        """
                                        UPDATE consent SET superseded_at = :now, revision = revision + 1
                                         WHERE subject_id = :subject AND giver_id = :giver AND purpose = :purpose
                                           AND channel IS NOT DISTINCT FROM :channel AND superseded_at IS NULL
                                        RETURNING state
                                        """)
                                .bind("now", answer.recordedAt())
                                .bind("subject", answer.subject())
                                .bind("giver", answer.giver())
                                .bind("purpose", answer.purpose().name()),
                        "channel",
                        answer.channel() == null ? null : answer.channel().name())
                .map(row -> ConsentState.valueOf(Columns.value(row, "state", String.class)))
                .one()
                .defaultIfEmpty(ConsentState.NOT_ON_FILE);
    }

    Mono<Void> add(UUID group, NewConsent answer) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO consent (group_id, id, subject_id, giver_id, purpose, channel, state, form_version,
                                             signed_on, kept_at, evidence_id, esign_reference, valid_until, recorded_at,
                                             recorded_by)
                        VALUES (:group, :id, :subject, :giver, :purpose, :channel, :state, :formVersion,
                                :signedOn, :keptAt, :scan, :esignReference, :validUntil, :recordedAt, :recordedBy)
                        """)
                .bind("group", group)
                .bind("id", answer.id())
                .bind("subject", answer.subject())
                .bind("giver", answer.giver())
                .bind("purpose", answer.purpose().name())
                .bind("state", answer.state().name())
                .bind("recordedAt", answer.recordedAt())
                .bind("recordedBy", answer.recordedBy());
        insert = bind(
                insert,
                "channel",
                answer.channel() == null ? null : answer.channel().name());
        insert = bind(insert, "formVersion", answer.evidence().formVersion());
        insert = bind(insert, "keptAt", answer.evidence().keptAt());
        insert = bind(insert, "esignReference", answer.evidence().esignReference());
        UUID scan = answer.evidence().scan();
        insert = scan == null ? insert.bindNull("scan", UUID.class) : insert.bind("scan", scan);
        Instant validUntil = answer.validUntil();
        insert = validUntil == null
                ? insert.bindNull("validUntil", Instant.class)
                : insert.bind("validUntil", validUntil);
        LocalDate signedOn = answer.evidence().signedOn();
        insert = signedOn == null ? insert.bindNull("signedOn", LocalDate.class) : insert.bind("signedOn", signedOn);
        return insert.fetch().rowsUpdated().then();
    }

    /** Withdraws a yes that still stands; gives the number of rows changed, one or none. */
    Mono<Long> withdraw(UUID consent, Instant now, UUID by) {
        return database.sql(
                        """
                        UPDATE consent
                           SET state = 'WITHDRAWN', withdrawn_at = :now, withdrawn_by = :by, revision = revision + 1
                         WHERE id = :id AND state IN ('ACTIVE', 'PENDING') AND superseded_at IS NULL
                        """)
                .bind("now", now)
                .bind("by", by)
                .bind("id", consent)
                .fetch()
                .rowsUpdated();
    }

    /** Takes back the giver's own standing yes to exactly this question, and gives its id; empty when there is none. */
    Mono<UUID> withdrawStanding(
            UUID subject, UUID giver, Purpose purpose, @Nullable Platform channel, Instant now, UUID by) {
        return bind(
                        database.sql(
                                        """
                                        UPDATE consent
                                           SET state = 'WITHDRAWN', withdrawn_at = :now, withdrawn_by = :by,
                                               revision = revision + 1
                                         WHERE subject_id = :subject AND giver_id = :giver AND purpose = :purpose
                                           AND channel IS NOT DISTINCT FROM :channel AND superseded_at IS NULL
                                           AND state IN ('ACTIVE', 'PENDING')
                                        RETURNING id
                                        """)
                                .bind("now", now)
                                .bind("by", by)
                                .bind("subject", subject)
                                .bind("giver", giver)
                                .bind("purpose", purpose.name()),
                        "channel",
                        channel == null ? null : channel.name())
                .map(row -> Columns.value(row, "id", UUID.class))
                .one();
    }

    /** Ends what the giver had answered for the purpose as a whole. */
    Mono<Void> supersedeGeneral(UUID subject, UUID giver, Purpose purpose, Instant now) {
        return database.sql(
                        """
                        UPDATE consent SET superseded_at = :now, revision = revision + 1
                         WHERE subject_id = :subject AND giver_id = :giver AND purpose = :purpose AND channel IS NULL
                           AND superseded_at IS NULL
                        """)
                .bind("now", now)
                .bind("subject", subject)
                .bind("giver", giver)
                .bind("purpose", purpose.name())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** One row of {@link #SELECT}. */
    static ConsentView view(Readable row, Instant now) {
        Instant validUntil = row.get("valid_until", Instant.class);
        Instant supersededAt = row.get("superseded_at", Instant.class);
        String channel = row.get("channel", String.class);
        ConsentState stored = ConsentState.valueOf(Columns.value(row, "state", String.class));
        return new ConsentView(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "subject_id", UUID.class),
                Purpose.valueOf(Columns.value(row, "purpose", String.class)),
                channel == null ? null : Platform.valueOf(channel),
                supersededAt != null ? ConsentState.SUPERSEDED : stored.at(now, validUntil),
                new GiverView(
                        Columns.value(row, "giver_id", UUID.class),
                        Columns.value(row, "name", String.class),
                        GiverType.valueOf(Columns.value(row, "type", String.class)),
                        row.get("email", String.class),
                        row.get("relation", String.class),
                        Responsibility.valueOf(Columns.value(row, "responsibility", String.class))),
                row.get("form_version", String.class),
                row.get("signed_on", LocalDate.class),
                row.get("kept_at", String.class),
                row.get("evidence_id", UUID.class),
                row.get("esign_reference", String.class),
                validUntil,
                Columns.value(row, "recorded_at", Instant.class),
                Columns.value(row, "recorded_by", UUID.class),
                row.get("withdrawn_at", Instant.class),
                row.get("withdrawn_by", UUID.class),
                supersededAt);
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }
}
