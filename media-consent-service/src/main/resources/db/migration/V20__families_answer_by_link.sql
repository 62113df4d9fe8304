-- Families asked for their answers, the mails that go to them, the links in those mails, and what they answered.

-- Whoever is barred from answering for a person gets no link, and one they have does nothing.
ALTER TABLE subject_giver ADD COLUMN IF NOT EXISTS barred_at timestamptz;

-- What families are asked, word for word. A version is never changed: answers refer to it.
CREATE TABLE family_wording (
    group_id     uuid        NOT NULL,
    setting_id   uuid        NOT NULL,
    version      integer     NOT NULL CHECK (version > 0),
    language     text        NOT NULL CHECK (language IN ('EN', 'CY')),
    introduction text        NOT NULL CHECK (introduction <> '' AND length(introduction) <= 4000),
    declaration  text        NOT NULL CHECK (declaration <> '' AND length(declaration) <= 2000),
    questions    jsonb       NOT NULL,
    recorded_at  timestamptz NOT NULL,
    recorded_by  uuid        NOT NULL,
    PRIMARY KEY (group_id, setting_id, version, language)
);

-- Asking or reminding many families at once: a job that goes on where it was.
CREATE TABLE family_round (
    group_id        uuid        NOT NULL,
    id              uuid        NOT NULL,
    setting_id      uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('ASK', 'REMIND')),
    -- Empty for every class.
    class_name      text        NOT NULL CHECK (length(class_name) <= 100),
    started_by      uuid        NOT NULL,
    started_at      timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
    total           integer     NOT NULL,
    done            integer     NOT NULL DEFAULT 0,
    mailed          integer     NOT NULL DEFAULT 0,
    without_address integer     NOT NULL DEFAULT 0,
    last_giver      uuid,
    claimed_until   timestamptz NOT NULL,
    finished_at     timestamptz,
    PRIMARY KEY (group_id, id)
);
CREATE INDEX family_round_by_setting ON family_round (group_id, setting_id, started_at);
CREATE INDEX family_round_running ON family_round (claimed_until) WHERE state = 'RUNNING';

-- Where each family stands.
CREATE TABLE family_ask (
    group_id    uuid        NOT NULL,
    giver_id    uuid        NOT NULL,
    setting_id  uuid        NOT NULL,
    asked_at    timestamptz NOT NULL,
    reminded_at timestamptz,
    reminders   integer     NOT NULL DEFAULT 0,
    answered_at timestamptz,
    PRIMARY KEY (group_id, giver_id),
    FOREIGN KEY (group_id, giver_id) REFERENCES giver (group_id, id)
);

-- Keys of links, by their hash alone. An invitation only asks for an entry to be sent to the address on file; an entry
-- lets its holder in, once, within minutes.
CREATE TABLE family_key (
    group_id      uuid        NOT NULL,
    id            uuid        NOT NULL,
    giver_id      uuid        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('INVITATION', 'ENTRY')),
    hash          bytea       NOT NULL CHECK (length(hash) = 32),
    made_at       timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz,
    -- Of an entry shown at collection time: who saw that it was this person, and how.
    confirmed_by  uuid,
    confirmed_how text        CHECK (confirmed_how IN ('KNOWN_IN_PERSON', 'PHOTO_ID')),
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, giver_id) REFERENCES giver (group_id, id),
    CHECK (kind <> 'ENTRY' OR expires_at <= made_at + interval '10 minutes'),
    CHECK ((confirmed_by IS NULL) = (confirmed_how IS NULL))
);
CREATE UNIQUE INDEX family_key_by_hash ON family_key (group_id, hash);
CREATE INDEX family_key_by_giver ON family_key (group_id, giver_id);
CREATE INDEX family_key_expired ON family_key (expires_at);

CREATE TABLE family_session (
    group_id   uuid        NOT NULL,
    id         uuid        NOT NULL,
    giver_id   uuid        NOT NULL,
    hash       bytea       NOT NULL CHECK (length(hash) = 32),
    opened_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at <= opened_at + interval '30 minutes'),
    ended_at   timestamptz,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, giver_id) REFERENCES giver (group_id, id)
);
CREATE UNIQUE INDEX family_session_by_hash ON family_session (group_id, hash);
CREATE INDEX family_session_by_giver ON family_session (group_id, giver_id);

-- What a family answered in one go: the evidence of the answers, which stand in consent.
CREATE TABLE family_receipt (
    group_id        uuid        NOT NULL,
    id              uuid        NOT NULL,
    giver_id        uuid        NOT NULL,
    setting_id      uuid        NOT NULL,
    session_id      uuid        NOT NULL,
    reference       text        NOT NULL,
    wording_version integer     NOT NULL,
    language        text        NOT NULL,
    signed_name     text        NOT NULL CHECK (signed_name <> '' AND length(signed_name) <= 200),
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, giver_id) REFERENCES giver (group_id, id),
    FOREIGN KEY (group_id, session_id) REFERENCES family_session (group_id, id),
    FOREIGN KEY (group_id, setting_id, wording_version, language)
        REFERENCES family_wording (group_id, setting_id, version, language)
);
CREATE UNIQUE INDEX family_receipt_by_reference ON family_receipt (group_id, reference);
CREATE INDEX family_receipt_by_giver ON family_receipt (group_id, giver_id, recorded_at);

CREATE TABLE family_receipt_answer (
    group_id   uuid    NOT NULL,
    receipt_id uuid    NOT NULL,
    position   integer NOT NULL,
    subject_id uuid    NOT NULL,
    purpose    text    NOT NULL,
    channel    text,
    answer     text    NOT NULL CHECK (answer IN ('YES', 'NO')),
    consent_id uuid    NOT NULL,
    PRIMARY KEY (group_id, receipt_id, position),
    FOREIGN KEY (group_id, receipt_id) REFERENCES family_receipt (group_id, id),
    FOREIGN KEY (group_id, subject_id) REFERENCES subject (group_id, id),
    FOREIGN KEY (group_id, consent_id) REFERENCES consent (group_id, id)
);

-- Mails to be sent, written with what makes them necessary. Neither address nor link is kept here: the address on file
-- and a fresh key are taken when the mail is made.
CREATE TABLE outgoing_mail (
    group_id   uuid        NOT NULL,
    id         uuid        NOT NULL,
    setting_id uuid        NOT NULL,
    giver_id   uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('INVITATION', 'REMINDER', 'LINK', 'RECEIPT')),
    state      text        NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'BOUNCED', 'GIVEN_UP')),
    attempts   integer     NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at   timestamptz,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, giver_id) REFERENCES giver (group_id, id)
);
CREATE INDEX outgoing_mail_due ON outgoing_mail (due_at) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX outgoing_mail_by_giver ON outgoing_mail (group_id, giver_id, created_at);
CREATE INDEX outgoing_mail_by_setting ON outgoing_mail (group_id, setting_id, created_at);

DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY['family_wording', 'family_round', 'family_ask', 'family_key', 'family_session',
        'family_receipt', 'family_receipt_answer', 'outgoing_mail']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            || 'WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', tenant_table);
    END LOOP;
END
$$;

-- What is due is asked across groups: by ids and times alone.
CREATE POLICY rounds_across_groups ON family_round FOR SELECT TO ${acrossRole} USING (true);
CREATE POLICY mails_across_groups ON outgoing_mail FOR SELECT TO ${acrossRole} USING (true);
CREATE POLICY keys_across_groups ON family_key FOR SELECT TO ${acrossRole} USING (true);
GRANT SELECT (group_id, id, state, claimed_until) ON family_round TO ${acrossRole};
GRANT SELECT (group_id, id, state, due_at) ON outgoing_mail TO ${acrossRole};
GRANT SELECT (group_id, expires_at) ON family_key TO ${acrossRole};

GRANT SELECT, INSERT ON family_wording, family_receipt, family_receipt_answer TO ${appRole};
GRANT SELECT, INSERT, UPDATE ON family_round, family_ask, family_session, outgoing_mail TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON family_key TO ${appRole};
