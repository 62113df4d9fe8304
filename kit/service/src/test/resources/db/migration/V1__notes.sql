CREATE TABLE note (
    group_id uuid NOT NULL,
    id       uuid NOT NULL,
    text     text NOT NULL,
    PRIMARY KEY (group_id, id)
);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON note
    USING (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (group_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON note TO ${appRole};
