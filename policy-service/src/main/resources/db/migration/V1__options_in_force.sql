-- What the directory told us: which settings there are.
CREATE TABLE setting_known (
    group_id   uuid    NOT NULL,
    setting_id uuid    NOT NULL,
    open       boolean NOT NULL,
    version    bigint  NOT NULL,
    PRIMARY KEY (group_id, setting_id)
);

-- One row to lock per group and per setting: whoever changes options holds it.
CREATE TABLE group_options (
    group_id uuid   NOT NULL,
    revision bigint NOT NULL,
    PRIMARY KEY (group_id)
);

CREATE TABLE setting_options (
    group_id   uuid   NOT NULL,
    setting_id uuid   NOT NULL,
    revision   bigint NOT NULL,
    PRIMARY KEY (group_id, setting_id),
    FOREIGN KEY (group_id, setting_id) REFERENCES setting_known
);

-- An answer taken back keeps its row without a value.
CREATE TABLE group_option (
    group_id   uuid        NOT NULL,
    option_key text        NOT NULL,
    value      jsonb,
    locked     boolean     NOT NULL,
    since      timestamptz NOT NULL,
    PRIMARY KEY (group_id, option_key),
    FOREIGN KEY (group_id) REFERENCES group_options,
    CHECK (value IS NOT NULL OR NOT locked)
);

CREATE TABLE setting_option (
    group_id   uuid        NOT NULL,
    setting_id uuid        NOT NULL,
    option_key text        NOT NULL,
    value      jsonb,
    since      timestamptz NOT NULL,
    PRIMARY KEY (group_id, setting_id, option_key),
    FOREIGN KEY (group_id, setting_id) REFERENCES setting_options
);

-- Who changed what, when, from what to what. Rows are added and never touched again; without a setting it was the group.
CREATE TABLE option_change (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    setting_id  uuid,
    option_key  text        NOT NULL,
    old_value   jsonb,
    new_value   jsonb,
    old_locked  boolean     NOT NULL,
    new_locked  boolean     NOT NULL,
    cause       text        NOT NULL CHECK (cause IN ('CHOSEN', 'STARTER_SET', 'REPLACED_BY_LOCK')),
    starter_set text,
    changed_by  uuid        NOT NULL,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, setting_id) REFERENCES setting_options,
    CHECK ((cause = 'STARTER_SET') = (starter_set IS NOT NULL))
);
CREATE INDEX option_change_of_setting ON option_change (group_id, setting_id, id);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['setting_known', 'group_options', 'setting_options', 'group_option', 'setting_option',
                                 'option_change'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)'
            || ' WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON setting_known, group_options, setting_options, group_option, setting_option
    TO ${appRole};
GRANT SELECT, INSERT ON option_change TO ${appRole};
