-- Posts that are out there, who is in them, what has to come down again with the proof that it did, and who is told that
-- an answer has changed.

-- Digests of the question, the facts and the answer as they were written, so that a replay finds any byte changed since.
ALTER TABLE decision ADD COLUMN digests text;
-- What stands on a decision card: the last 48 bits of the id, which are random. It carries no authority.
ALTER TABLE decision ADD COLUMN card_code text GENERATED ALWAYS AS (right(id::text, 12)) STORED;
CREATE INDEX decision_by_card ON decision (group_id, card_code);
CREATE UNIQUE INDEX decision_in_setting ON decision (group_id, setting_id, id, account_id);

-- Who a decision was about, so that a change about a person finds the answers it changes.
CREATE TABLE decision_person (
    group_id    uuid NOT NULL,
    decision_id uuid NOT NULL,
    subject_id  uuid NOT NULL,
    PRIMARY KEY (group_id, subject_id, decision_id),
    FOREIGN KEY (group_id, decision_id) REFERENCES decision (group_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id)
);

-- Decisions of before this version. The owner sees no row while row-level security is forced on it too.
ALTER TABLE decision NO FORCE ROW LEVEL SECURITY;
INSERT INTO decision_person (group_id, decision_id, subject_id)
SELECT DISTINCT d.group_id, d.id, (person ->> 'id')::uuid
  FROM decision d, jsonb_array_elements(d.facts::jsonb -> 'people') AS person;
ALTER TABLE decision FORCE ROW LEVEL SECURITY;

-- One post as it was put out: by whom, where, with which picture. A decision is used once.
CREATE TABLE published_item (
    group_id        uuid        NOT NULL,
    id              uuid        NOT NULL,
    setting_id      uuid        NOT NULL,
    decision_id     uuid        NOT NULL,
    account_id      uuid        NOT NULL,
    address         text        NOT NULL CHECK (address <> '' AND length(address) <= 2000),
    picture_digest  text        CHECK (picture_digest ~ '^[0-9a-f]{64}$'),
    -- REGISTERED after everything was checked once more; ALREADY_OUT when it was put out without that.
    how             text        NOT NULL CHECK (how IN ('REGISTERED', 'ALREADY_OUT')),
    -- Rules that Clearpost does not check, which whoever posted says were checked outside it.
    checked_outside text[]      NOT NULL,
    rule_set        text        NOT NULL,
    posted_by       uuid        NOT NULL,
    posted_at       timestamptz NOT NULL,
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, setting_id, id),
    FOREIGN KEY (group_id, setting_id, decision_id, account_id) REFERENCES decision (group_id, setting_id, id, account_id)
);
CREATE UNIQUE INDEX published_item_one_per_decision ON published_item (group_id, decision_id);
CREATE INDEX published_item_by_setting ON published_item (group_id, setting_id, id);

-- Everybody in the post, with the version that was read when it was registered. It is never shown.
CREATE TABLE published_person (
    group_id   uuid    NOT NULL,
    item_id    uuid    NOT NULL,
    subject_id uuid    NOT NULL,
    version    integer NOT NULL,
    identified boolean NOT NULL,
    full_name  boolean NOT NULL,
    PRIMARY KEY (group_id, subject_id, item_id),
    FOREIGN KEY (group_id, item_id) REFERENCES published_item (group_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id)
);
CREATE INDEX published_person_by_item ON published_person (group_id, item_id);

-- A post that has to come down. Why somebody in it is no longer cleared is not kept here: a hold looks like a withdrawal.
CREATE TABLE takedown (
    group_id     uuid        NOT NULL,
    id           uuid        NOT NULL,
    setting_id   uuid        NOT NULL,
    item_id      uuid        NOT NULL,
    cause        text        NOT NULL CHECK (cause IN ('NOT_CLEARED', 'OUT_UNCHECKED', 'RETRACTED')),
    opened_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL CHECK (due_at > opened_at),
    done_at      timestamptz,
    -- Whoever records it has seen it gone with their own eyes.
    done_by      uuid,
    seen_gone_at timestamptz,
    seen_how     text        CHECK (seen_how IN ('OPENED_THE_ADDRESS', 'SCREENSHOT', 'PLATFORM_CONFIRMED')),
    proof        text        CHECK (proof <> '' AND length(proof) <= 1000),
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, setting_id, item_id) REFERENCES published_item (group_id, setting_id, id),
    CHECK ((done_at IS NULL) = (done_by IS NULL) AND (done_at IS NULL) = (seen_gone_at IS NULL)
           AND (done_at IS NULL) = (seen_how IS NULL) AND (done_at IS NULL) = (proof IS NULL)),
    CHECK (seen_gone_at BETWEEN opened_at AND done_at)
);
CREATE UNIQUE INDEX takedown_one_open ON takedown (group_id, item_id) WHERE done_at IS NULL;
CREATE INDEX takedown_by_setting ON takedown (group_id, setting_id, id);
CREATE INDEX takedown_by_item ON takedown (group_id, item_id, id);

-- Who in the post is no longer cleared.
CREATE TABLE takedown_person (
    group_id    uuid NOT NULL,
    takedown_id uuid NOT NULL,
    subject_id  uuid NOT NULL,
    PRIMARY KEY (group_id, takedown_id, subject_id),
    FOREIGN KEY (group_id, takedown_id) REFERENCES takedown (group_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id)
);

-- What was put right after it was out, and what was called back. Whether it is really gone is for the takedown to prove.
CREATE TABLE post_correction (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    item_id     uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('CORRECTED', 'RETRACTED')),
    what        text        NOT NULL CHECK (what <> '' AND length(what) <= 2000),
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, item_id) REFERENCES published_item (group_id, id)
);
CREATE INDEX post_correction_by_item ON post_correction (group_id, item_id, id);

-- Told to one person: an answer of theirs has changed, or a post of theirs has to come down. Never why, nor about whom.
CREATE TABLE notice (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('ANSWER_CHANGED', 'TAKE_DOWN')),
    decision_id uuid        NOT NULL,
    takedown_id uuid,
    made_at     timestamptz NOT NULL,
    seen_at     timestamptz,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, decision_id) REFERENCES decision (group_id, id),
    FOREIGN KEY (group_id, takedown_id) REFERENCES takedown (group_id, id),
    CHECK ((kind = 'TAKE_DOWN') = (takedown_id IS NOT NULL))
);
CREATE INDEX notice_by_person ON notice (group_id, person_id, id);
CREATE UNIQUE INDEX notice_once ON notice (group_id, decision_id, person_id, kind, takedown_id) NULLS NOT DISTINCT;

DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY['decision_person', 'published_item', 'published_person', 'takedown', 'takedown_person',
        'post_correction', 'notice']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            || 'WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', tenant_table);
    END LOOP;
END
$$;

-- What was put out stays on record, and so does what had to come down: nothing here can be deleted.
GRANT SELECT, INSERT ON decision_person, published_item, published_person, takedown_person, post_correction TO ${appRole};
GRANT SELECT, INSERT ON takedown, notice TO ${appRole};
GRANT UPDATE (done_at, done_by, seen_gone_at, seen_how, proof) ON takedown TO ${appRole};
GRANT UPDATE (seen_at) ON notice TO ${appRole};
