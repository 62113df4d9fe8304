-- Who may sign in, with what, and the keys that sign what they get for it.

-- Three tables belong to the platform, not to a group, and so carry no group_id: set_up, signing_key and
-- sign_in_attempt. They hold nothing about anybody: a date, sealed keys, keyed digests.

CREATE TABLE person_login (
    group_id          uuid    NOT NULL,
    person_id         uuid    NOT NULL,
    -- Null: the person has no address in the directory (any more) and cannot sign in.
    email             text,
    password_hash     text,
    password_set_at   timestamptz,
    -- Rises with each password, so that what was signed in with the old one ends.
    generation        integer NOT NULL DEFAULT 0,
    code_hash         bytea,
    code_expires_at   timestamptz,
    PRIMARY KEY (group_id, person_id),
    CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
    CHECK ((code_hash IS NULL) = (code_expires_at IS NULL))
);

-- On the whole platform an address opens one login, because it is typed before anybody knows the group. The one unique
-- key here that does not lead with the group (reviewed in SchemaIT).
CREATE UNIQUE INDEX person_login_one_per_address ON person_login (email);

ALTER TABLE person_login ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_login FORCE ROW LEVEL SECURITY;
CREATE POLICY person_login_of_the_group ON person_login
    USING (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (group_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY person_login_looked_up_by_address ON person_login FOR SELECT TO ${acrossRole} USING (true);
GRANT SELECT, INSERT, UPDATE ON person_login TO ${appRole};
GRANT SELECT ON person_login TO ${acrossRole};

CREATE TABLE api_client (
    group_id     uuid        NOT NULL,
    client_id    uuid        NOT NULL,
    name         text        NOT NULL,
    scopes       text[]      NOT NULL,
    setting_ids  uuid[]      NOT NULL,
    -- SHA-256 of 256 random bits: nothing to guess, so nothing to slow down.
    secret_hash  text        NOT NULL,
    epoch        bigint      NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    PRIMARY KEY (group_id, client_id),
    CHECK (length(name) BETWEEN 1 AND 100)
);

-- A client says its id before anybody knows the group.
CREATE INDEX api_client_by_id ON api_client (client_id);

ALTER TABLE api_client ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_client FORCE ROW LEVEL SECURITY;
CREATE POLICY api_client_of_the_group ON api_client
    USING (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (group_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY api_client_looked_up_by_id ON api_client FOR SELECT TO ${acrossRole} USING (true);
GRANT SELECT, INSERT, UPDATE ON api_client TO ${appRole};
GRANT SELECT ON api_client TO ${acrossRole};

-- Somebody on the way in, and signed in after that: a code the gateway redeems once, then a refresh token it renews with.
-- Of both only digests are kept. Gone when they have expired.
CREATE TABLE sign_in (
    group_id           uuid        NOT NULL,
    id                 uuid        NOT NULL,
    person_id          uuid        NOT NULL,
    generation         integer     NOT NULL,
    redirect_uri       text        NOT NULL,
    code_challenge     text        NOT NULL,
    nonce              text,
    code_digest        bytea       NOT NULL,
    code_issued_at     timestamptz NOT NULL,
    code_expires_at    timestamptz NOT NULL,
    code_used_at       timestamptz,
    refresh_digest     bytea,
    refresh_issued_at  timestamptz,
    refresh_expires_at timestamptz,
    ended_at           timestamptz,
    PRIMARY KEY (group_id, id)
);

-- The gateway shows a code or a token before anybody knows the group.
CREATE INDEX sign_in_by_code ON sign_in (code_digest);
CREATE INDEX sign_in_by_refresh_token ON sign_in (refresh_digest) WHERE refresh_digest IS NOT NULL;

ALTER TABLE sign_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_of_the_group ON sign_in
    USING (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (group_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY sign_in_looked_up_by_token ON sign_in FOR SELECT TO ${acrossRole} USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in TO ${appRole};
GRANT SELECT ON sign_in TO ${acrossRole};

-- One row once the first group exists: of two set-ups at once, the second waits for the first and then fails.
CREATE TABLE set_up (
    once    boolean     PRIMARY KEY DEFAULT true CHECK (once),
    done_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON set_up TO ${appRole};

-- Private keys, sealed with a secret that is not in this database. A key that signs nothing any more loses its content.
CREATE TABLE signing_key (
    id           text        PRIMARY KEY,
    created_at   timestamptz NOT NULL,
    signs_from   timestamptz NOT NULL,
    sealed       bytea,
    destroyed_at timestamptz,
    CHECK ((sealed IS NULL) = (destroyed_at IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON signing_key TO ${appRole};

-- Tries at a password or a code, counted for addresses that exist and for those that do not, so that counting tells
-- nobody which is which. The key is a keyed digest of what was typed.
CREATE TABLE sign_in_attempt (
    digest       bytea       PRIMARY KEY,
    failed       integer     NOT NULL,
    last_at      timestamptz NOT NULL,
    locked_until timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO ${appRole};
