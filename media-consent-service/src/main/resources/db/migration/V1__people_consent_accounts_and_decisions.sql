-- People who may be pictured, the answers given about them, official accounts, and every decision asked.
-- Text written by people is bounded here as well as at the edge: an import writes to these tables directly.

CREATE TABLE subject (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    setting_id  uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('CHILD', 'STAFF', 'VOLUNTEER', 'VISITOR', 'PARENT')),
    first_name  text        NOT NULL CHECK (first_name <> '' AND length(first_name) <= 100),
    surname     text        NOT NULL CHECK (surname <> '' AND length(surname) <= 100),
    -- Empty when the person is in no class, so that lists can be paged by (class, surname, first name, id).
    class_name  text        NOT NULL DEFAULT '' CHECK (length(class_name) <= 100),
    external_id text        CHECK (external_id <> '' AND length(external_id) <= 100),
    ended_on    date,
    -- Raised by edits of the name, class or number: what an If-Match compares with.
    revision    integer     NOT NULL DEFAULT 1,
    -- Raised, under a lock on this row, whenever a consent or a hold changes. Decisions keep it; it is never shown,
    -- because a version that rises without a visible change would give a hold away.
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    -- "Zoë" is found by typing "zoe".
    search_text text        NOT NULL GENERATED ALWAYS AS
        (regexp_replace(lower(normalize(first_name || ' ' || surname, NFD)), '[\u0300-\u036f]', '', 'g')) STORED,
    PRIMARY KEY (group_id, id)
);
CREATE INDEX subject_roster ON subject (group_id, setting_id, class_name, surname, first_name, id);
CREATE UNIQUE INDEX subject_one_per_external_id ON subject (group_id, setting_id, kind, external_id)
    WHERE external_id IS NOT NULL;

CREATE TABLE giver (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    setting_id  uuid        NOT NULL,
    name        text        NOT NULL CHECK (name <> '' AND length(name) <= 200),
    type        text        NOT NULL CHECK (type IN ('PARENT', 'CARER', 'PUPIL_ABLE', 'ADULT_SELF')),
    email       text        CHECK (email <> '' AND length(email) <= 254),
    external_id text        CHECK (external_id <> '' AND length(external_id) <= 100),
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (group_id, id)
);
CREATE INDEX giver_by_name ON giver (group_id, setting_id, lower(name), lower(email));
CREATE UNIQUE INDEX giver_one_per_external_id ON giver (group_id, setting_id, external_id)
    WHERE external_id IS NOT NULL;

CREATE TABLE subject_giver (
    group_id       uuid NOT NULL,
    subject_id     uuid NOT NULL,
    giver_id       uuid NOT NULL,
    -- As worded by whoever recorded it ("Mum", "Foster carer").
    relation       text CHECK (relation <> '' AND length(relation) <= 100),
    responsibility text NOT NULL CHECK (responsibility IN ('YES', 'NO', 'UNKNOWN')),
    PRIMARY KEY (group_id, subject_id, giver_id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id),
    FOREIGN KEY (group_id, giver_id) REFERENCES giver (group_id, id)
);
CREATE INDEX subject_giver_by_giver ON subject_giver (group_id, giver_id);

-- One answer by one giver about one person, for one purpose on one channel (no channel: on every channel the purpose has).
-- A later answer to the same question supersedes the row; expiry follows from valid_until and needs no job.
-- FULL_NAME is a permission of its own: consent to a picture never covers a full name beside it.
CREATE TABLE consent (
    group_id      uuid        NOT NULL,
    id            uuid        NOT NULL,
    subject_id    uuid        NOT NULL,
    giver_id      uuid        NOT NULL,
    purpose       text        NOT NULL CHECK (purpose IN ('TAKING', 'WEBSITE', 'DISPLAY', 'SOCIAL_MEDIA', 'PRINT', 'PRESS',
                                                          'INTERNAL', 'FULL_NAME')),
    channel       text        CHECK (channel IN ('FACEBOOK', 'INSTAGRAM', 'X', 'YOUTUBE', 'TIKTOK', 'LINKEDIN', 'WEBSITE',
                                                 'NEWSLETTER', 'OTHER')),
    state         text        NOT NULL CHECK (state IN ('PENDING', 'ACTIVE', 'REFUSED', 'WITHDRAWN')),
    form_version  text        CHECK (form_version <> '' AND length(form_version) <= 100),
    signed_on     date,
    kept_at       text        CHECK (kept_at <> '' AND length(kept_at) <= 300),
    valid_until   timestamptz,
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL,
    import_id     uuid,
    withdrawn_at  timestamptz,
    withdrawn_by  uuid,
    superseded_at timestamptz,
    revision      integer     NOT NULL DEFAULT 1,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id),
    FOREIGN KEY (group_id, giver_id) REFERENCES giver (group_id, id),
    FOREIGN KEY (group_id, subject_id, giver_id) REFERENCES subject_giver (group_id, subject_id, giver_id),
    CHECK (channel IS NULL OR purpose = 'SOCIAL_MEDIA'),
    -- A yes counts only with its evidence.
    CHECK (state <> 'ACTIVE' OR (form_version IS NOT NULL AND signed_on IS NOT NULL AND kept_at IS NOT NULL)),
    CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
-- One current answer per giver and question; and, because it covers the columns, all a decision reads of consent.
CREATE UNIQUE INDEX consent_current ON consent (group_id, subject_id, purpose, channel, giver_id)
    INCLUDE (state, valid_until, id, revision) NULLS NOT DISTINCT WHERE superseded_at IS NULL;
CREATE INDEX consent_history ON consent (group_id, subject_id, recorded_at);
CREATE INDEX consent_by_giver ON consent (group_id, giver_id);

-- "Must not be identified." Seen by the setting's safeguarding leads and by nobody else.
CREATE TABLE hold (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    subject_id  uuid        NOT NULL,
    reason      text        NOT NULL CHECK (reason <> '' AND length(reason) <= 2000),
    placed_at   timestamptz NOT NULL,
    placed_by   uuid        NOT NULL,
    lifted_at   timestamptz,
    lifted_by   uuid,
    lift_reason text        CHECK (lift_reason <> '' AND length(lift_reason) <= 2000),
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL))
);
CREATE UNIQUE INDEX hold_one_active ON hold (group_id, subject_id) WHERE lifted_at IS NULL;
CREATE INDEX hold_by_subject ON hold (group_id, subject_id, placed_at);

CREATE TABLE official_account (
    group_id   uuid        NOT NULL,
    id         uuid        NOT NULL,
    setting_id uuid        NOT NULL,
    platform   text        NOT NULL CHECK (platform IN ('FACEBOOK', 'INSTAGRAM', 'X', 'YOUTUBE', 'TIKTOK', 'LINKEDIN', 'WEBSITE',
                                                        'NEWSLETTER', 'OTHER')),
    name       text        NOT NULL CHECK (name <> '' AND length(name) <= 200),
    address    text        NOT NULL CHECK (address <> '' AND length(address) <= 500),
    status     text        NOT NULL CHECK (status IN ('REQUESTED', 'CONSULTING', 'APPROVED', 'LIVE', 'SUSPENDED', 'ORPHANED',
                                                      'CLOSED', 'REFUSED')),
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (group_id, id)
);
CREATE INDEX official_account_by_setting ON official_account (group_id, setting_id, name, id);
CREATE UNIQUE INDEX official_account_one_open_per_address ON official_account (group_id, platform, lower(address))
    WHERE status NOT IN ('CLOSED', 'REFUSED');

CREATE TABLE account_contributor (
    group_id   uuid        NOT NULL,
    account_id uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    since      timestamptz NOT NULL,
    named_by   uuid        NOT NULL,
    ended_at   timestamptz,
    ended_by   uuid,
    PRIMARY KEY (group_id, account_id, person_id, since),
    FOREIGN KEY (group_id, account_id) REFERENCES official_account (group_id, id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX account_contributor_current ON account_contributor (group_id, person_id, account_id)
    WHERE ended_at IS NULL;

-- Every answer given to "may we post this?": what was asked, the row versions it rests on, and the answer's own bytes.
CREATE TABLE decision (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    setting_id  uuid        NOT NULL,
    account_id  uuid        NOT NULL,
    asked_by    uuid        NOT NULL,
    asked_at    timestamptz NOT NULL,
    planned_for timestamptz NOT NULL,
    verdict     text        NOT NULL CHECK (verdict IN ('PERMIT', 'NEEDS_ACTION', 'DENY')),
    rule_set    text        NOT NULL,
    request     text        NOT NULL,
    facts       text        NOT NULL,
    answer      text        NOT NULL,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, account_id) REFERENCES official_account (group_id, id)
);
CREATE INDEX decision_by_setting ON decision (group_id, setting_id, id);

-- Read models, replaced whole by each event of the directory and options feeds.
CREATE TABLE setting_known (
    group_id      uuid    NOT NULL,
    setting_id    uuid    NOT NULL,
    official_name text    NOT NULL,
    open          boolean NOT NULL,
    version       bigint  NOT NULL,
    PRIMARY KEY (group_id, setting_id)
);

CREATE TABLE person_known (
    group_id  uuid   NOT NULL,
    person_id uuid   NOT NULL,
    active    boolean NOT NULL,
    epoch     bigint NOT NULL,
    PRIMARY KEY (group_id, person_id)
);

CREATE TABLE post_held (
    group_id   uuid NOT NULL,
    post_id    uuid NOT NULL,
    person_id  uuid NOT NULL,
    setting_id uuid,
    role       text NOT NULL,
    held_from  date NOT NULL,
    held_to    date,
    PRIMARY KEY (group_id, post_id),
    FOREIGN KEY (group_id, person_id) REFERENCES person_known (group_id, person_id)
);
CREATE INDEX post_held_by_person ON post_held (group_id, person_id);

CREATE TABLE options_in_force (
    group_id   uuid   NOT NULL,
    setting_id uuid   NOT NULL,
    revision   bigint NOT NULL,
    options    text   NOT NULL,
    PRIMARY KEY (group_id, setting_id)
);

DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY['subject', 'giver', 'subject_giver', 'consent', 'hold', 'official_account',
        'account_contributor', 'decision', 'setting_known', 'person_known', 'post_held', 'options_in_force']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            || 'WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', tenant_table);
    END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE ON subject, giver, subject_giver, consent, hold, official_account, account_contributor,
    setting_known, person_known, options_in_force TO ${appRole};
-- Posts held are replaced whole when a person changes.
GRANT SELECT, INSERT, UPDATE, DELETE ON post_held TO ${appRole};
-- A decision is never changed.
GRANT SELECT, INSERT ON decision TO ${appRole};
