-- A staff list on its way into the directory. Names and addresses leave the rows as soon as the row is dealt with.
CREATE TABLE staff_import (
    group_id         uuid        NOT NULL REFERENCES directory_group (group_id),
    id               uuid        NOT NULL,
    importer_id      uuid        NOT NULL,
    file_name        text        NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 120),
    state            text        NOT NULL CHECK (state IN ('PREVIEWED', 'REFUSED', 'RUNNING', 'DONE', 'LAPSED')),
    refusal          text        CHECK ((refusal IS NULL) = (state <> 'REFUSED')),
    encoding         text,
    encoding_certain boolean,
    separator        text,
    heading_row      integer,
    row_count        integer     NOT NULL,
    people_count     integer     NOT NULL,
    created_at       timestamptz NOT NULL,
    worked_at        timestamptz NOT NULL,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, importer_id) REFERENCES person (group_id, id)
);

CREATE TABLE staff_import_row (
    group_id   uuid    NOT NULL,
    import_id  uuid    NOT NULL,
    number     integer NOT NULL,
    state      text    NOT NULL CHECK (state IN ('WAITING', 'TAKEN', 'REJECTED', 'LAPSED')),
    name       text,
    email      text,
    setting_id uuid    NOT NULL,
    role       text    NOT NULL,
    deputy     boolean NOT NULL,
    starts     date    NOT NULL,
    ends       date,
    PRIMARY KEY (group_id, import_id, number),
    FOREIGN KEY (group_id, import_id) REFERENCES staff_import (group_id, id),
    FOREIGN KEY (group_id, setting_id) REFERENCES setting (group_id, id),
    CHECK ((state = 'WAITING') = (name IS NOT NULL) AND (state = 'WAITING') = (email IS NOT NULL))
);

CREATE TABLE staff_import_finding (
    group_id  uuid    NOT NULL,
    import_id uuid    NOT NULL,
    number    integer NOT NULL,
    severity  text    NOT NULL CHECK (severity IN ('REJECTED', 'SKIPPED')),
    message   text    NOT NULL,
    PRIMARY KEY (group_id, import_id, number),
    FOREIGN KEY (group_id, import_id) REFERENCES staff_import (group_id, id)
);

DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY ['staff_import', 'staff_import_row', 'staff_import_finding']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY own_group ON %I '
            'USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
            tenant_table);
    END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE ON staff_import, staff_import_row TO ${appRole};
GRANT SELECT, INSERT ON staff_import_finding TO ${appRole};

-- Which imports nobody is working on, or were never confirmed: ids, states and times.
CREATE POLICY left_over_across_groups ON staff_import FOR SELECT TO ${acrossRole}
    USING (state IN ('PREVIEWED', 'RUNNING'));
GRANT SELECT (group_id, id, state, created_at, worked_at) ON staff_import TO ${acrossRole};
