package org.clearpost.media.takedowns;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.model.Use;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takedowns, one open at a time for a post. They are added, once marked as done, and never deleted. */
@Repository
class TakedownRepository {

    private static final String SELECT =
            """
            SELECT t.id, t.setting_id, t.item_id, t.cause, t.opened_at, t.due_at, t.done_at, t.done_by, t.seen_gone_at,
                   t.seen_how, t.proof, i.decision_id, i.address, i.posted_by, i.posted_at, a.id AS account_id, a.name, a.platform,
                   ARRAY(SELECT s.first_name || ' ' || s.surname
                           FROM takedown_person p
                           JOIN subject s ON s.group_id = p.group_id AND s.id = p.subject_id
                          WHERE p.group_id = t.group_id AND p.takedown_id = t.id
                          ORDER BY s.surname, s.first_name, s.id) AS people
              FROM takedown t
              JOIN published_item i ON i.group_id = t.group_id AND i.id = t.item_id
              JOIN official_account a ON a.group_id = i.group_id AND a.id = i.account_id
            """;

    private final DatabaseClient database;

    TakedownRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A post that is out there, beside one person it shows; equal posts are one key whoever they show. */
    record InPost(UUID item, UUID setting, SubjectId shown, boolean fullName, Use use) {

        private static final SubjectId NOBODY = new SubjectId(new UUID(0, 0));

        InPost post() {
            return new InPost(item, setting, NOBODY, false, use);
        }
    }

    record Opened(UUID id, UUID setting, UUID item, UUID decision, UUID postedBy) {}

    /** Posts in which one of these can be recognised, unless they were proven gone. */
    Flux<InPost> postsShowing(Collection<SubjectId> people) {
        return database.sql(
                        """
                        SELECT i.id, i.setting_id, p.subject_id, p.full_name, a.platform
                          FROM published_person p
                          JOIN published_item i ON i.group_id = p.group_id AND i.id = p.item_id
                          JOIN official_account a ON a.group_id = i.group_id AND a.id = i.account_id
                         WHERE p.subject_id = ANY (:people) AND p.identified
                           AND NOT EXISTS (SELECT FROM takedown t
                                            WHERE t.group_id = i.group_id AND t.item_id = i.id AND t.done_at IS NOT NULL)
                         ORDER BY i.id, p.subject_id
                        """)
                .bind("people", people.stream().map(SubjectId::value).toArray(UUID[]::new))
                .map(row -> new InPost(
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "setting_id", UUID.class),
                        new SubjectId(Columns.value(row, "subject_id", UUID.class)),
                        Boolean.TRUE.equals(row.get("full_name", Boolean.class)),
                        Platform.valueOf(Columns.value(row, "platform", String.class))
                                .use()))
                .all();
    }

    Mono<InPost> post(UUID item) {
        return database.sql(
                        """
                        SELECT i.id, i.setting_id, a.platform
                          FROM published_item i
                          JOIN official_account a ON a.group_id = i.group_id AND a.id = i.account_id
                         WHERE i.id = :item
                        """)
                .bind("item", item)
                .map(row -> new InPost(
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "setting_id", UUID.class),
                        InPost.NOBODY,
                        false,
                        Platform.valueOf(Columns.value(row, "platform", String.class))
                                .use()))
                .one();
    }

    /** Opens one for each post that has none open; gives those that are new. */
    Flux<Opened> open(UUID group, Cause cause, Collection<InPost> posts, Instant now, Instant due) {
        List<InPost> inOrder =
                posts.stream().sorted(Comparator.comparing(InPost::item)).toList();
        return database.sql(
                        """
                        WITH opened AS (
                            INSERT INTO takedown (group_id, id, setting_id, item_id, cause, opened_at, due_at)
                            SELECT :group, id, setting, item, :cause, :now, :due
                              FROM unnest(:ids::uuid[], :settings::uuid[], :items::uuid[]) AS f(id, setting, item)
                            ON CONFLICT (group_id, item_id) WHERE done_at IS NULL DO NOTHING
                            RETURNING group_id, id, setting_id, item_id)
                        SELECT o.id, o.setting_id, o.item_id, i.decision_id, i.posted_by
                          FROM opened o
                          JOIN published_item i ON i.group_id = o.group_id AND i.id = o.item_id
                         ORDER BY o.id
                        """)
                .bind("group", group)
                .bind("cause", cause.name())
                .bind("now", now)
                .bind("due", due)
                .bind("ids", inOrder.stream().map(post -> Ids.next()).toArray(UUID[]::new))
                .bind("settings", inOrder.stream().map(InPost::setting).toArray(UUID[]::new))
                .bind("items", inOrder.stream().map(InPost::item).toArray(UUID[]::new))
                .map(row -> new Opened(
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "setting_id", UUID.class),
                        Columns.value(row, "item_id", UUID.class),
                        Columns.value(row, "decision_id", UUID.class),
                        Columns.value(row, "posted_by", UUID.class)))
                .all();
    }

    /** Notes in the open takedown of each post who is no longer cleared. */
    Mono<Void> name(UUID group, Map<InPost, List<SubjectId>> posts) {
        List<UUID> items = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        posts.forEach((post, blocked) -> blocked.forEach(person -> {
            items.add(post.item());
            people.add(person.value());
        }));
        if (items.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        INSERT INTO takedown_person (group_id, takedown_id, subject_id)
                        SELECT t.group_id, t.id, f.person
                          FROM unnest(:items::uuid[], :people::uuid[]) AS f(item, person)
                          JOIN takedown t ON t.group_id = :group AND t.item_id = f.item AND t.done_at IS NULL
                        ON CONFLICT DO NOTHING
                        """)
                .bind("group", group)
                .bind("items", items.toArray(UUID[]::new))
                .bind("people", people.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Those in that state, the most pressing first; done ones newest first. */
    Flux<TakedownView> list(UUID setting, TakedownState state, Instant now, @Nullable UUID after, int rows) {
        String which =
                switch (state) {
                    case OPEN -> "t.done_at IS NULL AND (:after::uuid IS NULL OR t.id > :after) ORDER BY t.id";
                    case OVERDUE ->
                        "t.done_at IS NULL AND t.due_at < :now AND (:after::uuid IS NULL OR t.id > :after) ORDER BY"
                                + " t.id";
                    case DONE -> "t.done_at IS NOT NULL AND (:after::uuid IS NULL OR t.id < :after) ORDER BY t.id DESC";
                };
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        SELECT + " WHERE t.setting_id = :setting AND " + which + " LIMIT :rows")
                .bind("setting", setting)
                .bind("rows", rows);
        select = after == null ? select.bindNull("after", UUID.class) : select.bind("after", after);
        if (state == TakedownState.OVERDUE) {
            select = select.bind("now", now);
        }
        return select.map(row -> view(row, now)).all();
    }

    Mono<TakedownView> find(UUID takedown, Instant now) {
        return database.sql(SELECT + " WHERE t.id = :id")
                .bind("id", takedown)
                .map(row -> view(row, now))
                .one();
    }

    /** How many are open at the setting, and how many of those are late. */
    Mono<TakedownCounts> counts(UUID setting, Instant now) {
        return database.sql(
                        """
                        SELECT count(*) AS open, count(*) FILTER (WHERE due_at < :now) AS overdue
                          FROM takedown WHERE setting_id = :setting AND done_at IS NULL
                        """)
                .bind("now", now)
                .bind("setting", setting)
                .map(row -> new TakedownCounts(
                        Columns.value(row, "open", Long.class), Columns.value(row, "overdue", Long.class)))
                .one();
    }

    Mono<Void> prove(UUID takedown, Proof proof, Instant now, UUID by) {
        return database.sql(
                        """
                        UPDATE takedown
                           SET done_at = :now, done_by = :by, seen_gone_at = :seen, seen_how = :how, proof = :proof
                         WHERE id = :id AND done_at IS NULL
                        """)
                .bind("now", now)
                .bind("by", by)
                .bind("seen", proof.seenGoneAt())
                .bind("how", proof.how().name())
                .bind("proof", proof.words())
                .bind("id", takedown)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.TAKEDOWN_DONE)))
                .then();
    }

    /** What was seen. */
    record Proof(Instant seenGoneAt, SeenHow how, String words) {}

    record TakedownCounts(long open, long overdue) {}

    private static TakedownView view(Readable row, Instant now) {
        Instant due = Columns.value(row, "due_at", Instant.class);
        Instant done = row.get("done_at", Instant.class);
        String how = row.get("seen_how", String.class);
        return new TakedownView(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                Columns.value(row, "item_id", UUID.class),
                Columns.value(row, "decision_id", UUID.class),
                new TakedownView.AccountRef(
                        Columns.value(row, "account_id", UUID.class),
                        Columns.value(row, "name", String.class),
                        Platform.valueOf(Columns.value(row, "platform", String.class))),
                Columns.value(row, "address", String.class),
                Columns.value(row, "posted_by", UUID.class),
                Columns.value(row, "posted_at", Instant.class),
                Cause.valueOf(Columns.value(row, "cause", String.class)),
                Arrays.asList(Columns.value(row, "people", String[].class)),
                Columns.value(row, "opened_at", Instant.class),
                due,
                done != null ? TakedownState.DONE : due.isBefore(now) ? TakedownState.OVERDUE : TakedownState.OPEN,
                done == null
                        ? null
                        : new TakedownView.ProofView(
                                Columns.value(row, "done_by", UUID.class),
                                done,
                                Columns.value(row, "seen_gone_at", Instant.class),
                                SeenHow.valueOf(how == null ? "" : how),
                                Columns.value(row, "proof", String.class)));
    }
}
