-- Which version of a person each state belongs to, and every version of an account, of options and of a word list, so that
-- a replay reads again what a decision had read, however the clocks stood.

-- States of before this version belong to a version already reached: the present one at the latest.
ALTER TABLE consent_event ADD COLUMN subject_version integer;
ALTER TABLE subject_ending ADD COLUMN subject_version integer;
ALTER TABLE hold ADD COLUMN placed_version integer, ADD COLUMN lifted_version integer;
ALTER TABLE restriction ADD COLUMN recorded_version integer, ADD COLUMN ended_version integer;

-- The owner sees no row while row-level security is forced on it too.
DO $$
DECLARE
    read_here text;
BEGIN
    FOREACH read_here IN ARRAY ARRAY['subject', 'consent_event', 'subject_ending', 'hold', 'restriction', 'official_account',
        'options_in_force', 'wording']
    LOOP
        EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', read_here);
    END LOOP;
END
$$;
UPDATE consent_event e SET subject_version = s.version
  FROM subject s WHERE s.group_id = e.group_id AND s.id = e.subject_id;
UPDATE subject_ending e SET subject_version = s.version
  FROM subject s WHERE s.group_id = e.group_id AND s.id = e.subject_id;
UPDATE hold h SET placed_version = s.version, lifted_version = CASE WHEN h.lifted_at IS NOT NULL THEN s.version END
  FROM subject s WHERE s.group_id = h.group_id AND s.id = h.subject_id;
UPDATE restriction r SET recorded_version = s.version, ended_version = CASE WHEN r.ended_at IS NOT NULL THEN s.version END
  FROM subject s WHERE s.group_id = r.group_id AND s.id = r.subject_id;

ALTER TABLE consent_event ALTER COLUMN subject_version SET NOT NULL;
ALTER TABLE subject_ending ALTER COLUMN subject_version SET NOT NULL;
ALTER TABLE hold ALTER COLUMN placed_version SET NOT NULL,
    ADD CHECK ((lifted_at IS NULL) = (lifted_version IS NULL));
ALTER TABLE restriction ALTER COLUMN recorded_version SET NOT NULL,
    ADD CHECK ((ended_at IS NULL) = (ended_version IS NULL));

-- Whoever writes about a person raises the person's version first, under the lock: what is written belongs to that version.
CREATE OR REPLACE FUNCTION journal_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO consent_event (group_id, subject_id, consent_id, revision, state, valid_until, superseded, known_at,
                               subject_version)
    SELECT c.group_id, c.subject_id, c.id, c.revision, c.state, c.valid_until, c.superseded_at IS NOT NULL,
           greatest(c.recorded_at, c.waiting_since, c.withdrawn_at, c.superseded_at,
                    (SELECT max(e.known_at) + interval '1 microsecond' FROM consent_event e
                      WHERE e.group_id = c.group_id AND e.subject_id = c.subject_id
                        AND e.transaction <> pg_current_xact_id())),
           (SELECT s.version FROM subject s WHERE s.group_id = c.group_id AND s.id = c.subject_id)
      FROM changed c;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION journal_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO subject_ending (group_id, subject_id, ended_on, known_at, subject_version)
    VALUES (NEW.group_id, NEW.id, NEW.ended_on, clock_timestamp(), NEW.version);
    RETURN NULL;
END
$$;

CREATE FUNCTION note_hold_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    reached integer := (SELECT s.version FROM subject s WHERE s.group_id = NEW.group_id AND s.id = NEW.subject_id);
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.placed_version := reached;
    END IF;
    IF NEW.lifted_at IS NOT NULL AND NEW.lifted_version IS NULL THEN
        NEW.lifted_version := reached;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER hold_version BEFORE INSERT OR UPDATE ON hold FOR EACH ROW EXECUTE FUNCTION note_hold_version();

CREATE FUNCTION note_restriction_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    reached integer := (SELECT s.version FROM subject s WHERE s.group_id = NEW.group_id AND s.id = NEW.subject_id);
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.recorded_version := reached;
    END IF;
    IF NEW.ended_at IS NOT NULL AND NEW.ended_version IS NULL THEN
        NEW.ended_version := reached;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER restriction_version BEFORE INSERT OR UPDATE ON restriction
    FOR EACH ROW EXECUTE FUNCTION note_restriction_version();

-- Every version of what decisions read besides people, as its row was.
CREATE TABLE past_version (
    group_id uuid   NOT NULL,
    kind     text   NOT NULL CHECK (kind IN ('ACCOUNT', 'OPTIONS', 'WORDING')),
    id       uuid   NOT NULL,
    version  bigint NOT NULL,
    state    jsonb  NOT NULL,
    PRIMARY KEY (group_id, kind, id, version)
);
INSERT INTO past_version SELECT group_id, 'ACCOUNT', id, version, to_jsonb(a) FROM official_account a;
INSERT INTO past_version SELECT group_id, 'OPTIONS', setting_id, revision, to_jsonb(o) FROM options_in_force o;
INSERT INTO past_version SELECT group_id, 'WORDING', setting_id, revision, to_jsonb(w) FROM wording w;

DO $$
DECLARE
    read_here text;
BEGIN
    FOREACH read_here IN ARRAY ARRAY['subject', 'consent_event', 'subject_ending', 'hold', 'restriction', 'official_account',
        'options_in_force', 'wording', 'past_version']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', read_here);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', read_here);
    END LOOP;
END
$$;
CREATE POLICY tenant ON past_version USING (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (group_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- History only grows.
GRANT SELECT, INSERT ON past_version TO ${appRole};

-- Arguments: the kind, the column with the id and the column with the version.
CREATE FUNCTION keep_past_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    state jsonb := to_jsonb(NEW);
BEGIN
    INSERT INTO past_version (group_id, kind, id, version, state)
    VALUES (NEW.group_id, TG_ARGV[0], (state ->> TG_ARGV[1])::uuid, (state ->> TG_ARGV[2])::bigint, state)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER past_account AFTER INSERT OR UPDATE ON official_account
    FOR EACH ROW EXECUTE FUNCTION keep_past_version('ACCOUNT', 'id', 'version');
CREATE TRIGGER past_options AFTER INSERT OR UPDATE ON options_in_force
    FOR EACH ROW EXECUTE FUNCTION keep_past_version('OPTIONS', 'setting_id', 'revision');
CREATE TRIGGER past_wording AFTER INSERT OR UPDATE ON wording
    FOR EACH ROW EXECUTE FUNCTION keep_past_version('WORDING', 'setting_id', 'revision');

-- Decisions of before this version read rows whose versions nobody noted.
ALTER TABLE decision ADD COLUMN rows_noted boolean NOT NULL DEFAULT false;
ALTER TABLE decision ALTER COLUMN rows_noted SET DEFAULT true;
