-- The words a setting keeps out of its posts, and the contact details of its own that may stand in them. Without a row a
-- setting goes by the starter list. Both lists are kept as JSON: they are read whole, with the options, by every decision.

CREATE TABLE wording (
    group_id     uuid        NOT NULL,
    setting_id   uuid        NOT NULL,
    revision     integer     NOT NULL CHECK (revision > 0),
    words        text        NOT NULL,
    own_contacts text        NOT NULL,
    changed_at   timestamptz NOT NULL,
    changed_by   uuid        NOT NULL,
    PRIMARY KEY (group_id, setting_id)
);

ALTER TABLE wording ENABLE ROW LEVEL SECURITY;
ALTER TABLE wording FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON wording USING (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (group_id = nullif(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON wording TO ${appRole};
