-- Until when each group's posts were looked at for people whose clearance ended by time alone: a yes that ran out, a last
-- day that passed, a restriction whose first day came. The row is locked by whoever looks, so of two instances one does.
CREATE TABLE clearance_look (
    group_id     uuid        NOT NULL,
    looked_until timestamptz NOT NULL,
    PRIMARY KEY (group_id)
);

-- Something besides people that answers of a setting rest on has changed, and whoever asked there is still to be told. A
-- row is added by the statement that makes the change, which so waits for nobody, and goes when they have been told.
CREATE TABLE ground_change (
    group_id   uuid NOT NULL,
    id         uuid NOT NULL DEFAULT uuidv7(),
    setting_id uuid NOT NULL,
    PRIMARY KEY (group_id, id)
);
CREATE INDEX ground_change_by_setting ON ground_change (group_id, setting_id);

CREATE FUNCTION note_ground_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ground_change (group_id, setting_id) VALUES (NEW.group_id, NEW.setting_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER options_came AFTER INSERT ON options_in_force FOR EACH ROW EXECUTE FUNCTION note_ground_change();
CREATE TRIGGER options_changed AFTER UPDATE ON options_in_force FOR EACH ROW
    WHEN (OLD.options IS DISTINCT FROM NEW.options) EXECUTE FUNCTION note_ground_change();
CREATE TRIGGER words_chosen AFTER INSERT ON wording FOR EACH ROW EXECUTE FUNCTION note_ground_change();
CREATE TRIGGER words_changed AFTER UPDATE ON wording FOR EACH ROW EXECUTE FUNCTION note_ground_change();
-- Its version rises with its contributors, too.
CREATE TRIGGER account_changed AFTER UPDATE ON official_account FOR EACH ROW EXECUTE FUNCTION note_ground_change();
CREATE TRIGGER setting_changed AFTER UPDATE ON setting_known FOR EACH ROW
    WHEN (OLD.open IS DISTINCT FROM NEW.open) EXECUTE FUNCTION note_ground_change();

DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY['clearance_look', 'ground_change']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            || 'WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', tenant_table);
    END LOOP;
END
$$;

-- Where there is something to look at is asked across groups: by ids alone.
CREATE POLICY settings_across_groups ON setting_known FOR SELECT TO ${acrossRole} USING (true);
CREATE POLICY ground_across_groups ON ground_change FOR SELECT TO ${acrossRole} USING (true);
GRANT SELECT (group_id) ON setting_known TO ${acrossRole};
GRANT SELECT (group_id, setting_id) ON ground_change TO ${acrossRole};

GRANT SELECT, INSERT, UPDATE ON clearance_look TO ${appRole};
-- What was told of goes.
GRANT SELECT, INSERT, DELETE ON ground_change TO ${appRole};
-- Locking a row takes the right to change it.
GRANT UPDATE (id) ON ground_change TO ${appRole};
