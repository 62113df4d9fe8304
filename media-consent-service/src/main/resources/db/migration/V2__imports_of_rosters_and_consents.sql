-- Files of rosters and consents on their way in. A file's bytes are kept only until the import has ended, and at most a day.

CREATE TABLE import_batch (
    group_id         uuid        NOT NULL,
    id               uuid        NOT NULL,
    setting_id       uuid        NOT NULL,
    -- Nobody but the importer sees the import: its findings quote the file.
    imported_by      uuid        NOT NULL,
    importer_kind    text        NOT NULL CHECK (importer_kind IN ('PERSON', 'CLIENT')),
    file_name        text        NOT NULL CHECK (length(file_name) <= 200),
    state            text        NOT NULL CHECK (state IN ('NEEDS_MAPPING', 'PREVIEWED', 'RUNNING', 'DONE', 'FAILED', 'REFUSED',
                                                           'DISCARDED')),
    refusal          text,
    content          bytea,
    shape            text        NOT NULL CHECK (shape IN ('CSV', 'ONEROSTER', 'UNKNOWN')),
    encoding         text,
    encoding_certain boolean     NOT NULL,
    separator        text,
    heading_row      integer     NOT NULL,
    fingerprint      text,
    columns          jsonb       NOT NULL,
    mapping          jsonb       NOT NULL,
    remembered       boolean     NOT NULL,
    question         jsonb,
    preview          jsonb,
    findings         jsonb,
    findings_total   integer     NOT NULL DEFAULT 0,
    form_version     text        CHECK (length(form_version) <= 100),
    signed_on        date,
    kept_at          text        CHECK (length(kept_at) <= 300),
    -- What a confirmed import will write, ids included, so that a restarted service goes on exactly where it was.
    plan             bytea,
    total            integer     NOT NULL DEFAULT 0,
    done             integer     NOT NULL DEFAULT 0,
    result           jsonb,
    -- One worker at a time; a claim that was not renewed belongs to a service that is gone.
    claimed_by       uuid,
    claimed_until    timestamptz,
    attempts         integer     NOT NULL DEFAULT 0,
    revision         integer     NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL,
    confirmed_at     timestamptz,
    finished_at      timestamptz,
    -- When the next thing is to be forgotten: first the file, later the findings.
    forget_at        timestamptz,
    PRIMARY KEY (group_id, id),
    CHECK (state NOT IN ('REFUSED', 'DISCARDED', 'DONE', 'FAILED') OR (content IS NULL AND plan IS NULL))
);
-- Two files at once for one setting could not see each other's children.
CREATE UNIQUE INDEX import_batch_one_running ON import_batch (group_id, setting_id) WHERE state = 'RUNNING';
CREATE INDEX import_batch_abandoned ON import_batch (claimed_until) WHERE state = 'RUNNING';
CREATE INDEX import_batch_to_forget ON import_batch (forget_at) WHERE forget_at IS NOT NULL;

-- How a setting's files are read: kept by the headings they have in common.
CREATE TABLE column_mapping (
    group_id      uuid        NOT NULL,
    setting_id    uuid        NOT NULL,
    fingerprint   text        NOT NULL,
    mapping       jsonb       NOT NULL,
    remembered_at timestamptz NOT NULL,
    remembered_by uuid        NOT NULL,
    PRIMARY KEY (group_id, setting_id, fingerprint)
);

-- An answer's person and giver are tied to it through subject_giver, which is tied to both: checking each of them again
-- made a third of the cost of storing a large file.
ALTER TABLE consent DROP CONSTRAINT consent_group_id_subject_id_fkey, DROP CONSTRAINT consent_group_id_giver_id_fkey;

DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY['import_batch', 'column_mapping']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            || 'WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', tenant_table);
    END LOOP;
END
$$;

-- Which imports were abandoned or are to be forgotten is asked across groups: by ids and times, never by content.
CREATE POLICY due_across_groups ON import_batch FOR SELECT TO ${acrossRole} USING (true);
GRANT SELECT (group_id, id, state, claimed_until, forget_at) ON import_batch TO ${acrossRole};

GRANT SELECT, INSERT, UPDATE ON import_batch, column_mapping TO ${appRole};
