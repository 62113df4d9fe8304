package org.clearpost.media.posting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.deciding.AskAgain.Pictured;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.Platform;
import org.clearpost.media.posting.PublishedView.AccountRef;
import org.clearpost.media.posting.PublishedView.CorrectionKind;
import org.clearpost.media.posting.PublishedView.CorrectionView;
import org.clearpost.media.posting.PublishedView.How;
import org.clearpost.media.posting.PublishedView.PersonRef;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts that were put out. They are added and never changed. */
@Repository
class PostRepository {

    private static final String SELECT =
            """
            SELECT i.id, i.setting_id, i.decision_id, i.account_id, a.name, a.platform, i.address, i.picture_digest, i.how,
                   i.checked_outside, i.posted_by, i.posted_at,
                   (SELECT t.id FROM takedown t
                     WHERE t.group_id = i.group_id AND t.item_id = i.id AND t.done_at IS NULL) AS open_takedown,
                   (SELECT max(t.seen_gone_at) FROM takedown t
                     WHERE t.group_id = i.group_id AND t.item_id = i.id) AS removed_at
              FROM published_item i
              JOIN official_account a ON a.group_id = i.group_id AND a.id = i.account_id
            """;

    private final DatabaseClient database;

    PostRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Where posts of an account are. */
    record Place(Platform platform, String address) {}

    record NewPost(
            UUID id,
            UUID setting,
            UUID decision,
            UUID account,
            String address,
            @Nullable String pictureDigest,
            How how,
            List<String> checkedOutside,
            String ruleSet,
            UUID postedBy,
            Instant postedAt) {}

    Mono<Place> place(UUID account) {
        return database.sql("SELECT platform, address FROM official_account WHERE id = :id")
                .bind("id", account)
                .map(row -> new Place(
                        Platform.valueOf(Columns.value(row, "platform", String.class)),
                        Columns.value(row, "address", String.class)))
                .one();
    }

    /**
     * Keeps the account and these people as they are until the transaction ends. People are locked in the order of
     * their ids, as everywhere, so that nobody waits in a circle.
     */
    Mono<Void> lock(UUID account, List<UUID> people) {
        Mono<Void> place = database.sql("SELECT id FROM official_account WHERE id = :id FOR SHARE")
                .bind("id", account)
                .fetch()
                .all()
                .then();
        Mono<Void> pictured = database.sql("SELECT id FROM subject WHERE id = ANY (:people) ORDER BY id FOR SHARE")
                .bind("people", people.toArray(UUID[]::new))
                .fetch()
                .all()
                .then();
        return place.then(pictured);
    }

    Mono<Void> add(UUID group, NewPost post, List<Pictured> people) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO published_item (group_id, id, setting_id, decision_id, account_id, address, picture_digest,
                                                    how, checked_outside, rule_set, posted_by, posted_at)
                        VALUES (:group, :id, :setting, :decision, :account, :address, :digest,
                                :how, :outside, :ruleSet, :by, :at)
                        """)
                .bind("group", group)
                .bind("id", post.id())
                .bind("setting", post.setting())
                .bind("decision", post.decision())
                .bind("account", post.account())
                .bind("address", post.address())
                .bind("how", post.how().name())
                .bind("outside", post.checkedOutside().toArray(String[]::new))
                .bind("ruleSet", post.ruleSet())
                .bind("by", post.postedBy())
                .bind("at", post.postedAt());
        insert = post.pictureDigest() == null
                ? insert.bindNull("digest", String.class)
                : insert.bind("digest", post.pictureDigest());
        return insert.fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, used -> new RefusedException(MediaProblem.ALREADY_REGISTERED))
                .then(people.isEmpty() ? Mono.empty() : addPeople(group, post.id(), people));
    }

    private Mono<Void> addPeople(UUID group, UUID item, List<Pictured> people) {
        return database.sql(
                        """
                        INSERT INTO published_person (group_id, item_id, subject_id, version, identified, full_name)
                        SELECT :group, :item, subject_id, version, identified, full_name
                          FROM unnest(:people::uuid[], :versions::int[], :identified::bool[], :fullNames::bool[])
                               AS f(subject_id, version, identified, full_name)
                        """)
                .bind("group", group)
                .bind("item", item)
                .bind(
                        "people",
                        people.stream().map(each -> each.subject().value()).toArray(UUID[]::new))
                .bind("versions", people.stream().map(Pictured::version).toArray(Integer[]::new))
                .bind("identified", people.stream().map(Pictured::identified).toArray(Boolean[]::new))
                .bind("fullNames", people.stream().map(Pictured::fullName).toArray(Boolean[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<PublishedView> find(UUID item) {
        return database.sql(SELECT + " WHERE i.id = :id")
                .bind("id", item)
                .map(PostRepository::view)
                .one()
                .flatMap(this::withPeople);
    }

    Mono<PublishedView> ofDecision(UUID decision) {
        return database.sql(SELECT + " WHERE i.decision_id = :decision")
                .bind("decision", decision)
                .map(PostRepository::view)
                .one()
                .flatMap(this::withPeople);
    }

    /** Newest first, without the people and corrections that a single one is shown with. */
    Flux<PublishedView> list(UUID setting, @Nullable UUID before, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        SELECT
                                + """
                         WHERE i.setting_id = :setting AND (:before::uuid IS NULL OR i.id < :before)
                         ORDER BY i.id DESC
                         LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("rows", rows);
        select = before == null ? select.bindNull("before", UUID.class) : select.bind("before", before);
        return select.map(PostRepository::view).all();
    }

    Mono<Void> addCorrection(UUID group, UUID item, UUID id, CorrectionKind kind, String what, UUID by, Instant now) {
        return database.sql(
                        """
                        INSERT INTO post_correction (group_id, id, item_id, kind, what, recorded_by, recorded_at)
                        VALUES (:group, :id, :item, :kind, :what, :by, :now)
                        """)
                .bind("group", group)
                .bind("id", id)
                .bind("item", item)
                .bind("kind", kind.name())
                .bind("what", what)
                .bind("by", by)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<PublishedView> withPeople(PublishedView bare) {
        Mono<List<PersonRef>> people = database.sql(
                        """
                        SELECT s.id, s.first_name || ' ' || s.surname AS name, p.identified
                          FROM published_person p JOIN subject s ON s.group_id = p.group_id AND s.id = p.subject_id
                         WHERE p.item_id = :item
                         ORDER BY s.surname, s.first_name, s.id
                        """)
                .bind("item", bare.id())
                .map(row -> new PersonRef(
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "name", String.class),
                        Boolean.TRUE.equals(row.get("identified", Boolean.class))))
                .all()
                .collectList();
        Mono<List<CorrectionView>> corrections = database.sql(
                        """
                        SELECT id, kind, what, recorded_by, recorded_at FROM post_correction
                         WHERE item_id = :item ORDER BY id
                        """)
                .bind("item", bare.id())
                .map(row -> new CorrectionView(
                        Columns.value(row, "id", UUID.class),
                        CorrectionKind.valueOf(Columns.value(row, "kind", String.class)),
                        Columns.value(row, "what", String.class),
                        Columns.value(row, "recorded_by", UUID.class),
                        Columns.value(row, "recorded_at", Instant.class)))
                .all()
                .collectList();
        return people.zipWhen(any -> corrections)
                .map(read -> new PublishedView(
                        bare.id(),
                        bare.settingId(),
                        bare.decisionId(),
                        bare.account(),
                        bare.address(),
                        bare.pictureDigest(),
                        bare.how(),
                        bare.checkedOutside(),
                        bare.postedBy(),
                        bare.postedAt(),
                        read.getT1(),
                        bare.openTakedown(),
                        bare.actuallyRemoved(),
                        bare.removedSeenAt(),
                        read.getT2()));
    }

    private static PublishedView view(Readable row) {
        Optional<Instant> removed = Optional.ofNullable(row.get("removed_at", Instant.class));
        return new PublishedView(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                Columns.value(row, "decision_id", UUID.class),
                new AccountRef(
                        Columns.value(row, "account_id", UUID.class),
                        Columns.value(row, "name", String.class),
                        Platform.valueOf(Columns.value(row, "platform", String.class))),
                Columns.value(row, "address", String.class),
                row.get("picture_digest", String.class),
                How.valueOf(Columns.value(row, "how", String.class)),
                Arrays.asList(Columns.value(row, "checked_outside", String[].class)),
                Columns.value(row, "posted_by", UUID.class),
                Columns.value(row, "posted_at", Instant.class),
                List.of(),
                row.get("open_takedown", UUID.class),
                removed.isPresent(),
                removed.orElse(null),
                List.of());
    }
}
