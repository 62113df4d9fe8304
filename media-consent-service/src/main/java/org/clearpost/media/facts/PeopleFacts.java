package org.clearpost.media.facts;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.ConsentFact;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.RestrictedDays;
import org.clearpost.media.model.SettingId;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.model.SubjectKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Reads people with their current answers and holds: always in one statement, however many people there are. Nothing
 * read here is kept.
 */
@Component
public final class PeopleFacts {

    /** Columns of {@code subject s} that {@link #person} reads; consents come as one text, answered from the index alone. */
    public static final String COLUMNS =
            """
            s.id, s.kind, s.first_name, s.surname, s.class_name, s.external_id, s.ended_on, s.revision, s.version,
            EXISTS (SELECT FROM hold h
                     WHERE h.group_id = s.group_id AND h.subject_id = s.id AND h.lifted_at IS NULL) AS held,
            (SELECT string_agg(concat_ws('|', c.purpose, coalesce(c.channel, ''), c.state,
                                         coalesce(extract(epoch FROM c.valid_until)::text, ''), c.id, c.revision), ';')
               FROM consent c
              WHERE c.group_id = s.group_id AND c.subject_id = s.id AND c.superseded_at IS NULL
                AND c.purpose = ANY (:purposes)) AS consents,
            (SELECT string_agg(concat_ws('|', r.from_on, r.until_on), ';' ORDER BY r.from_on, r.until_on)
               FROM restriction r
              WHERE r.group_id = s.group_id AND r.subject_id = s.id AND r.ended_at IS NULL) AS restrictions
            """;

    private final DatabaseClient database;

    PeopleFacts(DatabaseClient database) {
        this.database = database;
    }

    /** Those of {@code people} that this setting knows, with their answers for {@code purposes}. */
    public Flux<PersonFacts> read(SettingId setting, Collection<SubjectId> people, Set<Purpose> purposes) {
        if (people.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(
                        "SELECT " + COLUMNS
                                + """
                         FROM subject s
                        WHERE s.setting_id = :setting AND s.id = ANY (:people)
                        ORDER BY s.id
                        """)
                .bind("purposes", names(purposes))
                .bind("setting", setting.value())
                .bind("people", people.stream().map(SubjectId::value).toArray(UUID[]::new))
                .map(PeopleFacts::person)
                .all();
    }

    /** These people wherever they are known, with all their answers. */
    public Flux<PersonFacts> readAll(Collection<SubjectId> people) {
        return database.sql("SELECT " + COLUMNS + " FROM subject s WHERE s.id = ANY (:people) ORDER BY s.id")
                .bind("purposes", names(EnumSet.allOf(Purpose.class)))
                .bind("people", people.stream().map(SubjectId::value).toArray(UUID[]::new))
                .map(PeopleFacts::person)
                .all();
    }

    public static String[] names(Collection<Purpose> purposes) {
        return purposes.stream().map(Purpose::name).toArray(String[]::new);
    }

    public static PersonFacts person(Readable row) {
        return new PersonFacts(
                new SubjectId(Columns.value(row, "id", UUID.class)),
                SubjectKind.valueOf(Columns.value(row, "kind", String.class)),
                Columns.value(row, "first_name", String.class),
                Columns.value(row, "surname", String.class),
                row.get("ended_on", LocalDate.class),
                Columns.value(row, "version", Integer.class),
                Boolean.TRUE.equals(row.get("held", Boolean.class)),
                consents(row.get("consents", String.class)),
                restrictions(row.get("restrictions", String.class)));
    }

    private static List<ConsentFact> consents(@org.jspecify.annotations.Nullable String rows) {
        List<ConsentFact> consents = new ArrayList<>();
        if (rows == null) {
            return consents;
        }
        for (String row : rows.split(";", -1)) {
            String[] cells = row.split("\\|", -1);
            consents.add(new ConsentFact(
                    UUID.fromString(cells[4]),
                    Integer.parseInt(cells[5]),
                    Purpose.valueOf(cells[0]),
                    cells[1].isEmpty() ? null : Platform.valueOf(cells[1]),
                    ConsentState.valueOf(cells[2]),
                    cells[3].isEmpty() ? null : instant(cells[3])));
        }
        return consents;
    }

    private static List<RestrictedDays> restrictions(@org.jspecify.annotations.Nullable String rows) {
        List<RestrictedDays> restrictions = new ArrayList<>();
        if (rows != null) {
            for (String row : rows.split(";", -1)) {
                String[] days = row.split("\\|", -1);
                restrictions.add(new RestrictedDays(
                        LocalDate.parse(days[0]), days.length == 1 ? null : LocalDate.parse(days[1])));
            }
        }
        return restrictions;
    }

    private static Instant instant(String seconds) {
        java.math.BigDecimal exact = new java.math.BigDecimal(seconds);
        long whole = exact.longValue();
        return Instant.ofEpochSecond(
                whole,
                exact.subtract(java.math.BigDecimal.valueOf(whole))
                        .movePointRight(9)
                        .longValue());
    }
}
