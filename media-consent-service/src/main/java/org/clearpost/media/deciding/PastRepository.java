package org.clearpost.media.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.deciding.Past.Against;
import org.clearpost.media.deciding.Past.AnswerNow;
import org.clearpost.media.deciding.Past.Ending;
import org.clearpost.media.deciding.Past.PersonRows;
import org.clearpost.media.deciding.Past.Step;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.AccountId;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.ConsentFact;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.Options;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RestrictedDays;
import org.clearpost.media.model.SettingId;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.model.Wording;
import org.clearpost.media.wording.WordingRepository;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads the journals of everything that a decision had read: one statement for each, however many people there are. */
@Repository
class PastRepository {

    private final DatabaseClient database;
    private final DecisionRepository decisions;
    private final WordingRepository wordings;

    PastRepository(DatabaseClient database, DecisionRepository decisions, WordingRepository wordings) {
        this.database = database;
        this.decisions = decisions;
        this.wordings = wordings;
    }

    /** What the rows tell of everybody mentioned, and of the versions that {@code kept} names. */
    Mono<Past> of(StoredDecision stored, Question question, Facts kept) {
        UUID[] people = Stream.concat(question.mentioned().stream(), kept.people().keySet().stream())
                .map(SubjectId::value)
                .distinct()
                .sorted()
                .toArray(UUID[]::new);
        UUID setting = stored.setting();
        return Mono.zip(
                        noted(stored),
                        people(people),
                        consents(kept),
                        accounts(kept),
                        options(setting, kept.options().revision()),
                        wording(setting, kept.wording().revision()))
                .map(read -> new Past(
                        read.getT1(),
                        read.getT2(),
                        read.getT3(),
                        read.getT4(),
                        read.getT5().orElse(null),
                        read.getT6().orElse(null)));
    }

    /** A decision asked after one whose rows were noted had its own noted too, whatever it says. */
    private Mono<Boolean> noted(StoredDecision stored) {
        return database.sql(
                        """
                        SELECT EXISTS (SELECT FROM decision
                                        WHERE setting_id = :setting AND rows_noted AND (id = :id OR asked_at < :asked))
                        """)
                .bind("setting", stored.setting())
                .bind("id", stored.id())
                .bind("asked", stored.askedAt())
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private Mono<Map<UUID, PersonRows>> people(UUID[] people) {
        return Mono.zip(steps(people), endings(people), against(people))
                .flatMap(read -> database.sql("SELECT id, setting_id, version FROM subject WHERE id = ANY (:people)")
                        .bind("people", people)
                        .map(row -> {
                            UUID id = Columns.value(row, "id", UUID.class);
                            return new PersonRows(
                                    id,
                                    Columns.value(row, "setting_id", UUID.class),
                                    Columns.value(row, "version", Integer.class),
                                    of(read.getT1(), id),
                                    of(read.getT2(), id),
                                    of(read.getT3(), id));
                        })
                        .all()
                        .collectMap(PersonRows::id));
    }

    private Mono<Map<UUID, Collection<Step>>> steps(UUID[] people) {
        return database.sql(
                        """
                        SELECT e.subject_id, e.consent_id, e.revision, c.purpose, c.channel, e.state, e.valid_until, e.superseded,
                               e.subject_version, e.known_at
                          FROM consent_event e JOIN consent c ON c.group_id = e.group_id AND c.id = e.consent_id
                         WHERE e.subject_id = ANY (:people) AND e.state IN ('PENDING', 'ACTIVE', 'REFUSED', 'WITHDRAWN')
                         ORDER BY e.seq
                        """)
                .bind("people", people)
                .map(row -> {
                    String channel = row.get("channel", String.class);
                    return Map.entry(
                            Columns.value(row, "subject_id", UUID.class),
                            new Step(
                                    Columns.value(row, "consent_id", UUID.class),
                                    Columns.value(row, "revision", Integer.class),
                                    Purpose.valueOf(Columns.value(row, "purpose", String.class)),
                                    channel == null ? null : Platform.valueOf(channel),
                                    ConsentState.valueOf(Columns.value(row, "state", String.class)),
                                    row.get("valid_until", Instant.class),
                                    Boolean.TRUE.equals(row.get("superseded", Boolean.class)),
                                    Columns.value(row, "subject_version", Integer.class),
                                    Columns.value(row, "known_at", Instant.class)));
                })
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<UUID, Collection<Ending>>> endings(UUID[] people) {
        return database.sql(
                        """
                        SELECT subject_id, ended_on, subject_version FROM subject_ending
                         WHERE subject_id = ANY (:people)
                         ORDER BY seq
                        """)
                .bind("people", people)
                .map(row -> Map.entry(
                        Columns.value(row, "subject_id", UUID.class),
                        new Ending(
                                row.get("ended_on", LocalDate.class),
                                Columns.value(row, "subject_version", Integer.class))))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<UUID, Collection<Against>>> against(UUID[] people) {
        return database.sql(
                        """
                        SELECT subject_id, NULL::date AS from_on, NULL::date AS until_on, placed_version AS version,
                               placed_at AS since, lifted_version AS until_version
                          FROM hold WHERE subject_id = ANY (:people)
                        UNION ALL
                        SELECT subject_id, from_on, until_on, recorded_version, recorded_at, ended_version
                          FROM restriction WHERE subject_id = ANY (:people)
                         ORDER BY from_on, until_on
                        """)
                .bind("people", people)
                .map(row -> {
                    LocalDate from = row.get("from_on", LocalDate.class);
                    return Map.entry(
                            Columns.value(row, "subject_id", UUID.class),
                            new Against(
                                    from == null
                                            ? null
                                            : new RestrictedDays(from, row.get("until_on", LocalDate.class)),
                                    Columns.value(row, "version", Integer.class),
                                    Columns.value(row, "since", Instant.class),
                                    row.get("until_version", Integer.class)));
                })
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<UUID, AnswerNow>> consents(Facts kept) {
        UUID[] consents = kept.people().values().stream()
                .flatMap(person -> person.consents().stream())
                .map(ConsentFact::id)
                .toArray(UUID[]::new);
        return database.sql(
                        """
                        SELECT id, subject_id, purpose, channel, state, valid_until, revision FROM consent
                         WHERE id = ANY (:consents)
                        """)
                .bind("consents", consents)
                .map(row -> Map.entry(
                        Columns.value(row, "id", UUID.class),
                        new AnswerNow(
                                Columns.value(row, "subject_id", UUID.class),
                                Columns.value(row, "purpose", String.class),
                                row.get("channel", String.class),
                                Columns.value(row, "state", String.class),
                                row.get("valid_until", Instant.class),
                                Columns.value(row, "revision", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<UUID, AccountFacts>> accounts(Facts kept) {
        List<AccountFacts> named = new ArrayList<>(kept.others());
        named.add(kept.account());
        return database.sql(
                        """
                        SELECT p.id, p.state ->> 'setting_id' AS setting_id, p.state ->> 'platform' AS platform,
                               p.state ->> 'name' AS name, p.state ->> 'status' AS status, p.version::int AS version
                          FROM past_version p
                          JOIN unnest(:ids::uuid[], :versions::int[]) AS read(id, version)
                            ON p.id = read.id AND p.version = read.version
                         WHERE p.kind = 'ACCOUNT'
                        """)
                .bind("ids", named.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .bind("versions", named.stream().map(AccountFacts::version).toArray(Integer[]::new))
                .map(row -> new AccountFacts(
                        new AccountId(Columns.value(row, "id", UUID.class)),
                        new SettingId(UUID.fromString(Columns.value(row, "setting_id", String.class))),
                        Platform.valueOf(Columns.value(row, "platform", String.class)),
                        Columns.value(row, "name", String.class),
                        AccountStatus.valueOf(Columns.value(row, "status", String.class)),
                        Columns.value(row, "version", Integer.class)))
                .all()
                .collectMap(account -> account.id().value());
    }

    /** Of a setting that has chosen none, none. */
    private Mono<Optional<Options>> options(UUID setting, long revision) {
        return database.sql(
                        """
                        SELECT state ->> 'options' AS options FROM past_version
                         WHERE kind = 'OPTIONS' AND id = :setting AND version = :revision
                        """)
                .bind("setting", setting)
                .bind("revision", revision)
                .map(row -> decisions.options(revision, row.get("options", String.class)))
                .one()
                .map(Optional::of)
                .defaultIfEmpty(revision == 0 ? Optional.of(Options.NONE) : Optional.empty());
    }

    private Mono<Optional<Wording>> wording(UUID setting, int revision) {
        return database.sql(
                        """
                        SELECT state ->> 'words' AS words, state ->> 'own_contacts' AS own_contacts FROM past_version
                         WHERE kind = 'WORDING' AND id = :setting AND version = :revision
                        """)
                .bind("setting", setting)
                .bind("revision", revision)
                .map(row ->
                        wordings.read(revision, row.get("words", String.class), row.get("own_contacts", String.class)))
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static <T> List<T> of(Map<UUID, Collection<T>> rows, UUID person) {
        return List.copyOf(rows.getOrDefault(person, List.of()));
    }
}
