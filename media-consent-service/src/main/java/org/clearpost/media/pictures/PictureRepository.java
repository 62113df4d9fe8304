package org.clearpost.media.pictures;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.PictureFacts;
import org.clearpost.media.model.PictureFinding;
import org.clearpost.media.model.PictureId;
import org.clearpost.media.model.SettingId;
import org.clearpost.media.pictures.model.CleanCopy;
import org.clearpost.media.pictures.model.PictureFormat;
import org.clearpost.media.pictures.model.PictureState;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cleaned copies, for as long as they are kept, and what is left of them. Use inside a tenant's transaction. */
@Repository
public class PictureRepository {

    private final DatabaseClient database;
    private final Clock clock;

    PictureRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A picture as a decision reads it; empty when there is no such copy at this setting, or no longer. */
    public Mono<PictureFacts> facts(SettingId setting, PictureId picture) {
        return database.sql(
                        """
                        SELECT digest, findings FROM picture
                         WHERE id = :id AND setting_id = :setting AND state = 'READY' AND expires_at > :now
                        """)
                .bind("id", picture.value())
                .bind("setting", setting.value())
                .bind("now", clock.instant())
                .map(row -> new PictureFacts(picture, Columns.value(row, "digest", String.class), findings(row)))
                .one();
    }

    Mono<Void> add(Caller uploader, UUID setting, PictureId id, CleanCopy copy, Instant now, Instant expiresAt) {
        return database.sql(
                        """
                        INSERT INTO picture (group_id, id, setting_id, uploaded_by, uploader_kind, state, findings, digest,
                            format, width, height, bytes, content, uploaded_at, expires_at)
                        VALUES (:group, :id, :setting, :by, :byKind, 'READY', :findings, :digest,
                            :format, :width, :height, :bytes, :content, :now, :expiresAt)
                        """)
                .bind("group", uploader.group())
                .bind("id", id.value())
                .bind("setting", setting)
                .bind("by", uploader.id())
                .bind("byKind", uploader.kind().name())
                .bind("findings", copy.findings().stream().map(Enum::name).toArray(String[]::new))
                .bind("digest", copy.digest())
                .bind("format", copy.format().name())
                .bind("width", copy.width())
                .bind("height", copy.height())
                .bind("bytes", copy.content().length)
                .bind("content", copy.content())
                .bind("now", now)
                .bind("expiresAt", expiresAt)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** The picture, if this caller sent it. */
    Mono<PictureView> find(Caller uploader, UUID id) {
        return database.sql(
                        """
                        SELECT id, setting_id, state, findings, digest, format, width, height, bytes, uploaded_at, expires_at,
                               ended_at
                          FROM picture WHERE id = :id AND uploaded_by = :by AND uploader_kind = :byKind
                        """)
                .bind("id", id)
                .bind("by", uploader.id())
                .bind("byKind", uploader.kind().name())
                .map(PictureRepository::view)
                .one();
    }

    Mono<byte[]> content(UUID id) {
        return database.sql("SELECT content FROM picture WHERE id = :id AND state = 'READY'")
                .bind("id", id)
                .map(row -> Columns.value(row, "content", byte[].class))
                .one();
    }

    /** Lets go of the copy. What remains says that there was one, and nothing of what it showed or carried. */
    Mono<Void> end(UUID id, PictureState state, Instant now) {
        return database.sql(
                        """
                        UPDATE picture
                           SET state = :state, ended_at = :now, content = NULL, findings = '{}', format = NULL, width = NULL,
                               height = NULL, bytes = NULL
                         WHERE id = :id AND state = 'READY'
                        """)
                .bind("state", state.name())
                .bind("now", now)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .then();
    }

    /** Where a picture is, for work across groups. */
    record Place(UUID group, UUID id) {}

    /** Only {@code across} groups: copies whose day is over. */
    Flux<Place> toExpire(Instant now) {
        return database.sql("SELECT group_id, id FROM picture WHERE state = 'READY' AND expires_at <= :now LIMIT 100")
                .bind("now", now)
                .map(row -> new Place(Columns.value(row, "group_id", UUID.class), Columns.value(row, "id", UUID.class)))
                .all();
    }

    private static PictureView view(Readable row) {
        return new PictureView(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                PictureState.valueOf(Columns.value(row, "state", String.class)),
                List.copyOf(findings(row)),
                Columns.value(row, "digest", String.class),
                format(row.get("format", String.class)),
                row.get("width", Integer.class),
                row.get("height", Integer.class),
                row.get("bytes", Integer.class),
                Columns.value(row, "uploaded_at", Instant.class),
                Columns.value(row, "expires_at", Instant.class),
                row.get("ended_at", Instant.class));
    }

    private static @Nullable PictureFormat format(@Nullable String name) {
        return name == null ? null : PictureFormat.valueOf(name);
    }

    private static Set<PictureFinding> findings(Readable row) {
        Set<PictureFinding> findings = EnumSet.noneOf(PictureFinding.class);
        Arrays.stream(Columns.value(row, "findings", String[].class))
                .map(PictureFinding::valueOf)
                .forEach(findings::add);
        return findings;
    }
}
