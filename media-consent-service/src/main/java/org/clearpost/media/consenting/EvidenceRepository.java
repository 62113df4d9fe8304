package org.clearpost.media.consenting;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.ScanType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Scans of signed forms. They are added and never changed. */
@Repository
class EvidenceRepository {

    private final DatabaseClient database;

    EvidenceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A scan with its bytes. */
    record Scan(ScanType type, byte[] content) {}

    Mono<Void> add(UUID group, EvidenceView scan, byte[] content, UUID by) {
        return database.sql(
                        """
                        INSERT INTO consent_evidence (group_id, id, subject_id, media_type, content, digest, uploaded_at,
                                                      uploaded_by)
                        VALUES (:group, :id, :subject, :type, :content, :digest, :now, :by)
                        """)
                .bind("group", group)
                .bind("id", scan.id())
                .bind("subject", scan.subjectId())
                .bind("type", scan.mediaType())
                .bind("content", content)
                .bind("digest", scan.digest())
                .bind("now", scan.uploadedAt())
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Integer> count(UUID subject) {
        return database.sql("SELECT count(*)::int AS kept FROM consent_evidence WHERE subject_id = :subject")
                .bind("subject", subject)
                .map(row -> Columns.value(row, "kept", Integer.class))
                .one();
    }

    Mono<EvidenceView> find(UUID subject, UUID scan) {
        return database.sql(
                        """
                        SELECT media_type, length(content) AS bytes, digest, uploaded_at
                          FROM consent_evidence WHERE subject_id = :subject AND id = :id
                        """)
                .bind("subject", subject)
                .bind("id", scan)
                .map(row -> new EvidenceView(
                        scan,
                        subject,
                        Columns.value(row, "media_type", String.class),
                        Columns.value(row, "bytes", Integer.class),
                        Columns.value(row, "digest", String.class),
                        Columns.value(row, "uploaded_at", Instant.class)))
                .one();
    }

    Mono<Scan> content(UUID subject, UUID scan) {
        return database.sql("SELECT media_type, content FROM consent_evidence WHERE subject_id = :subject AND id = :id")
                .bind("subject", subject)
                .bind("id", scan)
                .map(row -> new Scan(
                        ScanType.ofMediaType(Columns.value(row, "media_type", String.class)),
                        Columns.value(row, "content", byte[].class)))
                .one();
    }
}
