-- Pictures somebody wants to post: the cleaned copy alone, for a day. What was sent is never stored.
-- Afterwards the row says only that there was one: id, digest and times, so that a decision's picture can still be named.

CREATE TABLE picture (
    group_id      uuid        NOT NULL,
    id            uuid        NOT NULL,
    setting_id    uuid        NOT NULL,
    -- Nobody but the uploader sees the picture.
    uploaded_by   uuid        NOT NULL,
    uploader_kind text        NOT NULL CHECK (uploader_kind IN ('PERSON', 'CLIENT')),
    state         text        NOT NULL CHECK (state IN ('READY', 'EXPIRED', 'REMOVED')),
    -- What the file that was sent carried, in kinds; never what it said.
    findings      text[]      NOT NULL CHECK (findings <@ ARRAY['LOCATION', 'SERIAL_NUMBER', 'EMBEDDED_THUMBNAIL', 'COMMENT',
                                                                'OTHER_METADATA']),
    -- SHA-256 of the cleaned copy, hexadecimal.
    digest        text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    format        text        CHECK (format IN ('JPEG', 'PNG')),
    width         integer     CHECK (width BETWEEN 1 AND 4096),
    height        integer     CHECK (height BETWEEN 1 AND 4096),
    bytes         integer     CHECK (bytes BETWEEN 1 AND 20971520),
    content       bytea,
    uploaded_at   timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    PRIMARY KEY (group_id, id),
    CHECK ((state = 'READY') = (content IS NOT NULL)),
    CHECK ((state = 'READY') = (ended_at IS NULL)),
    CHECK ((content IS NULL) = (format IS NULL) AND (content IS NULL) = (width IS NULL)
        AND (content IS NULL) = (height IS NULL) AND (content IS NULL) = (bytes IS NULL)),
    CHECK (content IS NULL OR length(content) = bytes)
);
CREATE INDEX picture_to_expire ON picture (expires_at) WHERE state = 'READY';
-- Packed already: trying again would only cost time.
ALTER TABLE picture ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE picture ENABLE ROW LEVEL SECURITY;
ALTER TABLE picture FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON picture USING (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (group_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- Which copies have been kept long enough is asked across groups: by ids and times, never by content.
CREATE POLICY due_across_groups ON picture FOR SELECT TO ${acrossRole} USING (true);
GRANT SELECT (group_id, id, state, expires_at) ON picture TO ${acrossRole};

GRANT SELECT, INSERT, UPDATE ON picture TO ${appRole};
