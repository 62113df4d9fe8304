-- What consent rests on, who may give it, what stands against it, and a history from which nothing is lost.

-- Signed forms, as they were scanned. Never changed and never deleted.
CREATE TABLE consent_evidence (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    subject_id  uuid        NOT NULL,
    media_type  text        NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    content     bytea       NOT NULL CHECK (length(content) BETWEEN 1 AND 10485760),
    digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    uploaded_at timestamptz NOT NULL,
    uploaded_by uuid        NOT NULL,
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, subject_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id)
);

-- A scan of the form or the reference of an electronic signature is as good as paper whose place is known.
ALTER TABLE consent
    ADD COLUMN evidence_id     uuid,
    ADD COLUMN esign_reference text CHECK (esign_reference <> '' AND length(esign_reference) <= 200),
    -- When a yes began to wait, because whoever gave it turned out not to be entitled or has lost that.
    ADD COLUMN waiting_since   timestamptz,
    ADD FOREIGN KEY (group_id, subject_id, evidence_id) REFERENCES consent_evidence (group_id, subject_id, id);
DO $$
DECLARE
    of_evidence text;
BEGIN
    SELECT conname INTO STRICT of_evidence FROM pg_constraint
     WHERE conrelid = 'consent'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%kept_at IS NOT NULL%';
    EXECUTE format('ALTER TABLE consent DROP CONSTRAINT %I', of_evidence);
END
$$;
ALTER TABLE consent ADD CONSTRAINT consent_yes_has_evidence
    CHECK (state <> 'ACTIVE' OR (form_version IS NOT NULL AND signed_on IS NOT NULL
           AND (kept_at IS NOT NULL OR evidence_id IS NOT NULL OR esign_reference IS NOT NULL)));
CREATE INDEX consent_lapsing ON consent (group_id, valid_until)
    WHERE valid_until IS NOT NULL AND superseded_at IS NULL AND state = 'ACTIVE';

-- Each state an answer has ever had, written by the very statement that makes it so. Moments rise with each transaction
-- about a person, whatever the clocks of two services say.
CREATE TABLE consent_event (
    group_id    uuid        NOT NULL,
    seq         bigint      GENERATED ALWAYS AS IDENTITY,
    subject_id  uuid        NOT NULL,
    consent_id  uuid        NOT NULL,
    revision    integer     NOT NULL,
    state       text        NOT NULL,
    valid_until timestamptz,
    superseded  boolean     NOT NULL,
    known_at    timestamptz NOT NULL,
    transaction xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (group_id, seq)
);
CREATE INDEX consent_event_by_subject ON consent_event (group_id, subject_id, known_at);

-- The last days of people as they were known.
CREATE TABLE subject_ending (
    group_id   uuid        NOT NULL,
    seq        bigint      GENERATED ALWAYS AS IDENTITY,
    subject_id uuid        NOT NULL,
    ended_on   date,
    known_at   timestamptz NOT NULL,
    PRIMARY KEY (group_id, seq)
);
CREATE INDEX subject_ending_by_subject ON subject_ending (group_id, subject_id, seq);

-- A recorded judgement that a pupil is able to decide: by whom, when, why. Never by age alone, and it can be taken back.
CREATE TABLE ability (
    group_id      uuid        NOT NULL,
    id            uuid        NOT NULL,
    subject_id    uuid        NOT NULL,
    assessor      text        NOT NULL CHECK (assessor <> '' AND length(assessor) <= 200),
    assessed_on   date        NOT NULL,
    reason        text        NOT NULL CHECK (reason <> '' AND length(reason) <= 2000),
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL,
    revoked_at    timestamptz,
    revoked_by    uuid,
    revoke_reason text        CHECK (revoke_reason <> '' AND length(revoke_reason) <= 2000),
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id),
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoke_reason IS NULL))
);
CREATE UNIQUE INDEX ability_one_standing ON ability (group_id, subject_id) WHERE revoked_at IS NULL;
CREATE INDEX ability_by_subject ON ability (group_id, subject_id, recorded_at);

-- Who may not answer for a person, such as by order of a court.
ALTER TABLE subject_giver ADD COLUMN IF NOT EXISTS barred_at timestamptz;
CREATE TABLE giver_bar (
    group_id          uuid        NOT NULL,
    id                uuid        NOT NULL,
    subject_id        uuid        NOT NULL,
    giver_id          uuid        NOT NULL,
    reason            text        NOT NULL CHECK (reason <> '' AND length(reason) <= 2000),
    -- Whether what they had refused was set aside. Otherwise it stands: a bar alone makes nobody clearer.
    refusals_set_aside boolean    NOT NULL,
    barred_at         timestamptz NOT NULL,
    barred_by         uuid        NOT NULL,
    lifted_at         timestamptz,
    lifted_by         uuid,
    lift_reason       text        CHECK (lift_reason <> '' AND length(lift_reason) <= 2000),
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, subject_id, giver_id) REFERENCES subject_giver (group_id, subject_id, giver_id),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL))
);
CREATE UNIQUE INDEX giver_bar_one_standing ON giver_bar (group_id, subject_id, giver_id) WHERE lifted_at IS NULL;

-- A court's order or a dispute. While it lasts the person is not cleared, whatever is on file.
CREATE TABLE restriction (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    subject_id  uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('COURT_ORDER', 'DISPUTE', 'OTHER')),
    note        text        NOT NULL CHECK (note <> '' AND length(note) <= 2000),
    from_on     date        NOT NULL,
    until_on    date        CHECK (until_on >= from_on),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid        NOT NULL,
    ended_at    timestamptz,
    ended_by    uuid,
    end_reason  text        CHECK (end_reason <> '' AND length(end_reason) <= 2000),
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX restriction_standing ON restriction (group_id, subject_id) INCLUDE (from_on, until_on) WHERE ended_at IS NULL;
CREATE INDEX restriction_by_subject ON restriction (group_id, subject_id, recorded_at);

-- Answers of before this version, as far as their rows still tell. The owner sees no row while row-level security is
-- forced on it too.
ALTER TABLE consent NO FORCE ROW LEVEL SECURITY;
ALTER TABLE subject NO FORCE ROW LEVEL SECURITY;
INSERT INTO consent_event (group_id, subject_id, consent_id, revision, state, valid_until, superseded, known_at)
SELECT group_id, subject_id, id, revision, state, valid_until, superseded, known_at
  FROM (SELECT c.*, 1 AS step, false AS superseded, c.recorded_at AS known_at
          FROM (SELECT group_id, subject_id, id, 1 AS revision, valid_until, recorded_at,
                       CASE WHEN state <> 'WITHDRAWN' THEN state
                            WHEN form_version IS NOT NULL AND signed_on IS NOT NULL AND kept_at IS NOT NULL THEN 'ACTIVE'
                            ELSE 'PENDING' END AS state
                  FROM consent) c
        UNION ALL
        SELECT group_id, subject_id, id, revision, valid_until, recorded_at, state, 2, false, withdrawn_at
          FROM consent WHERE withdrawn_at IS NOT NULL
        UNION ALL
        SELECT group_id, subject_id, id, revision, valid_until, recorded_at, state, 3, true, superseded_at
          FROM consent WHERE superseded_at IS NOT NULL) AS past
 ORDER BY known_at, step;
INSERT INTO subject_ending (group_id, subject_id, ended_on, known_at)
SELECT group_id, id, ended_on, now() FROM subject WHERE ended_on IS NOT NULL;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;
ALTER TABLE subject FORCE ROW LEVEL SECURITY;

CREATE FUNCTION journal_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO consent_event (group_id, subject_id, consent_id, revision, state, valid_until, superseded, known_at)
    SELECT c.group_id, c.subject_id, c.id, c.revision, c.state, c.valid_until, c.superseded_at IS NOT NULL,
           greatest(c.recorded_at, c.waiting_since, c.withdrawn_at, c.superseded_at,
                    (SELECT max(e.known_at) + interval '1 microsecond' FROM consent_event e
                      WHERE e.group_id = c.group_id AND e.subject_id = c.subject_id
                        AND e.transaction <> pg_current_xact_id()))
      FROM changed c;
    RETURN NULL;
END
$$;
CREATE TRIGGER consent_added AFTER INSERT ON consent REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION journal_consent();
CREATE TRIGGER consent_changed AFTER UPDATE ON consent REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION journal_consent();

CREATE FUNCTION journal_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO subject_ending (group_id, subject_id, ended_on, known_at)
    VALUES (NEW.group_id, NEW.id, NEW.ended_on, clock_timestamp());
    RETURN NULL;
END
$$;
CREATE TRIGGER subject_ended AFTER UPDATE OF ended_on ON subject FOR EACH ROW
    WHEN (OLD.ended_on IS DISTINCT FROM NEW.ended_on) EXECUTE FUNCTION journal_ending();

DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY['consent_evidence', 'consent_event', 'subject_ending', 'ability', 'giver_bar',
        'restriction']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            || 'WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', tenant_table);
    END LOOP;
END
$$;

-- Of an answer nothing changes but where it stands.
REVOKE UPDATE ON consent FROM ${appRole};
GRANT UPDATE (state, waiting_since, withdrawn_at, withdrawn_by, superseded_at, revision) ON consent TO ${appRole};
-- History only grows.
GRANT SELECT, INSERT ON consent_evidence, consent_event, subject_ending, ability, giver_bar, restriction TO ${appRole};
GRANT UPDATE (revoked_at, revoked_by, revoke_reason) ON ability TO ${appRole};
GRANT UPDATE (lifted_at, lifted_by, lift_reason) ON giver_bar TO ${appRole};
GRANT UPDATE (ended_at, ended_by, end_reason) ON restriction TO ${appRole};
