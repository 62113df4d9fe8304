-- Serves the rule that nobody holds one post twice at the same time.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Every change of a group's people or posts locks the row of its group, so "the last group administrator"
-- and "no circle of line managers" hold when two people work at once.
CREATE TABLE directory_group (
    group_id   uuid        NOT NULL PRIMARY KEY,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    created_at timestamptz NOT NULL
);

CREATE TABLE setting (
    group_id      uuid    NOT NULL REFERENCES directory_group (group_id),
    id            uuid    NOT NULL,
    official_name text    NOT NULL CHECK (char_length(official_name) BETWEEN 1 AND 120),
    type          text    NOT NULL CHECK (type IN ('EARLY_YEARS', 'SCHOOL', 'ALTERNATIVE_PROVISION', 'COUNCIL_SERVICE',
                                                   'PARTNER_AGENCY', 'OTHER')),
    nation        text    NOT NULL CHECK (nation IN ('ENGLAND', 'WALES', 'SCOTLAND', 'NORTHERN_IRELAND')),
    email_domains text[]  NOT NULL CHECK (cardinality(email_domains) BETWEEN 1 AND 20),
    labels        jsonb   NOT NULL,
    open          boolean NOT NULL,
    version       bigint  NOT NULL,
    PRIMARY KEY (group_id, id)
);

-- An import finds a setting by its name.
CREATE UNIQUE INDEX setting_name ON setting (group_id, lower(official_name)) WHERE open;

-- Name, address and type: no telephone, no birth date, no note (SEC-07).
CREATE TABLE person (
    group_id    uuid   NOT NULL REFERENCES directory_group (group_id),
    id          uuid   NOT NULL,
    name        text   NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    email       text   NOT NULL CHECK (email = lower(email)),
    person_type text   NOT NULL CHECK (person_type IN ('EMPLOYEE', 'CASUAL', 'AGENCY', 'PARTNER_INDIVIDUAL', 'VOLUNTEER',
                                                       'STUDENT_TRAINEE', 'GOVERNOR', 'ELECTED_MEMBER', 'PUPIL',
                                                       'FORMER_PUPIL', 'PARENT_CARER', 'FORMER_FAMILY',
                                                       'FORMER_EMPLOYEE', 'VISITOR', 'PUBLIC')),
    status      text   NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
    manager_id  uuid   CHECK (manager_id <> id),
    epoch       bigint NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (group_id, id),
    CONSTRAINT person_email UNIQUE (group_id, email),
    FOREIGN KEY (group_id, manager_id) REFERENCES person (group_id, id)
);

CREATE INDEX person_by_name ON person (group_id, lower(name), id);
CREATE INDEX person_managed_by ON person (group_id, manager_id) WHERE manager_id IS NOT NULL;

-- ends is the last day. A post ended by hand before it began ends before it starts; every other one does not.
CREATE TABLE post_held (
    group_id   uuid    NOT NULL,
    id         uuid    NOT NULL,
    person_id  uuid    NOT NULL,
    setting_id uuid,
    role       text    NOT NULL CHECK (role IN ('SETTING_HEAD', 'LINE_MANAGER', 'SLT', 'DSL', 'OSC', 'GOVERNOR', 'CHAIR',
                                                'HR', 'HEAD_COMMS', 'WEB_MANAGER', 'MARKETING', 'MODERATOR',
                                                'CONTRIBUTOR', 'AREA_OWNER', 'EMPLOYEE', 'AGENCY_STAFF', 'VOLUNTEER',
                                                'ELECTED_MEMBER', 'PARENT', 'PUPIL', 'ICT', 'POLICY_OWNER',
                                                'APPROVING_BODY', 'GROUP_ADMIN', 'RETURN_CONTACT', 'INVESTIGATOR')),
    deputy     boolean NOT NULL,
    starts     date    NOT NULL,
    ends       date,
    state      text    NOT NULL CHECK (state IN ('PLANNED', 'CURRENT', 'ENDED')),
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, person_id) REFERENCES person (group_id, id),
    FOREIGN KEY (group_id, setting_id) REFERENCES setting (group_id, id),
    CHECK ((role = 'GROUP_ADMIN') = (setting_id IS NULL)),
    CHECK (ends >= starts OR state = 'ENDED'),
    CONSTRAINT post_held_once EXCLUDE USING gist (
        group_id WITH =,
        person_id WITH =,
        role WITH =,
        (coalesce(setting_id, group_id)) WITH =,
        daterange(starts, ends, '[]') WITH &&
    ) WHERE (state <> 'ENDED')
);

CREATE INDEX post_held_by_person ON post_held (group_id, person_id);
CREATE INDEX post_held_by_setting ON post_held (group_id, setting_id, role) WHERE state <> 'ENDED';
-- For the look, once a minute, at posts whose first or last day has passed.
CREATE INDEX post_held_to_begin ON post_held (starts) WHERE state = 'PLANNED';
CREATE INDEX post_held_to_end ON post_held (ends) WHERE state = 'CURRENT';

DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY ['directory_group', 'setting', 'person', 'post_held']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY own_group ON %I '
            'USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
            tenant_table);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO ${appRole}', tenant_table);
    END LOOP;
END
$$;

-- Which groups have posts that begin or end today: days and states, never who holds what.
CREATE POLICY due_across_groups ON post_held FOR SELECT TO ${acrossRole} USING (state <> 'ENDED');
GRANT SELECT (group_id, starts, ends, state) ON post_held TO ${acrossRole};
