-- What the directory told us: settings, people, posts held. Ids only, no names.
CREATE TABLE setting_known (
    group_id      uuid    NOT NULL,
    setting_id    uuid    NOT NULL,
    open          boolean NOT NULL,
    email_domains text[]  NOT NULL,
    version       bigint  NOT NULL,
    PRIMARY KEY (group_id, setting_id)
);

CREATE TABLE person_known (
    group_id    uuid    NOT NULL,
    person_id   uuid    NOT NULL,
    active      boolean NOT NULL,
    person_type text    NOT NULL,
    epoch       bigint  NOT NULL,
    PRIMARY KEY (group_id, person_id)
);

-- Posts of a person are replaced as a whole by each event; one without a setting is held for the group.
CREATE TABLE post_held (
    group_id   uuid    NOT NULL,
    post_id    uuid    NOT NULL,
    person_id  uuid    NOT NULL,
    setting_id uuid,
    role       text    NOT NULL,
    deputy     boolean NOT NULL,
    starts_on  date    NOT NULL,
    ends_on    date,
    PRIMARY KEY (group_id, post_id),
    FOREIGN KEY (group_id, person_id) REFERENCES person_known
);
CREATE INDEX post_held_by_person ON post_held (group_id, person_id);
CREATE INDEX post_held_at_setting ON post_held (group_id, setting_id, role);

-- One row to lock per setting: whoever changes what the help panel says holds it.
CREATE TABLE help_panel (
    group_id   uuid   NOT NULL,
    setting_id uuid   NOT NULL,
    revision   bigint NOT NULL,
    PRIMARY KEY (group_id, setting_id),
    FOREIGN KEY (group_id, setting_id) REFERENCES setting_known
);

CREATE TABLE help_contact (
    group_id   uuid        NOT NULL,
    setting_id uuid        NOT NULL,
    post       text        NOT NULL CHECK (post IN ('DSL', 'SETTING_HEAD')),
    shown_as   text        NOT NULL,
    phone      text,
    email      text,
    changed_by uuid        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (group_id, setting_id, post),
    FOREIGN KEY (group_id, setting_id) REFERENCES help_panel,
    CHECK (phone IS NOT NULL OR email IS NOT NULL)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['setting_known', 'person_known', 'post_held', 'help_panel', 'help_contact'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)'
            || ' WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON setting_known, person_known, help_panel, help_contact TO ${appRole};
GRANT SELECT, INSERT, DELETE ON post_held TO ${appRole};
