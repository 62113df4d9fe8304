-- Tables every service has. Tenant tables lead their keys with group_id and force row-level security.

CREATE TABLE audit_entry (
    group_id     uuid        NOT NULL,
    id           uuid        NOT NULL,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    action       text        NOT NULL,
    subject_type text        NOT NULL,
    subject_id   uuid,
    setting_id   uuid,
    PRIMARY KEY (group_id, id)
);
CREATE INDEX audit_entry_of_subject ON audit_entry (group_id, subject_id, at);

-- txid orders the feed: a row is told only once every older transaction has ended.
CREATE TABLE outbox (
    group_id    uuid        NOT NULL,
    id          uuid        NOT NULL,
    seq         bigint      GENERATED ALWAYS AS IDENTITY,
    txid        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    type        text        NOT NULL,
    subject_id  uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    data        jsonb       NOT NULL,
    PRIMARY KEY (group_id, id)
);
CREATE INDEX outbox_in_commit_order ON outbox (txid, seq);

CREATE TABLE idempotency_record (
    group_id   uuid        NOT NULL,
    actor_id   text        NOT NULL,
    key        text        NOT NULL,
    digest     bytea       NOT NULL,
    answer     jsonb,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (group_id, actor_id, key)
);

-- The least authorisation epoch a caller's token must carry.
CREATE TABLE caller_epoch (
    group_id  uuid   NOT NULL,
    caller_id uuid   NOT NULL,
    epoch     bigint NOT NULL,
    PRIMARY KEY (group_id, caller_id)
);

-- How far this service has read each feed; bookkeeping of the service, of no tenant.
CREATE TABLE feed_cursor (
    subscription text PRIMARY KEY,
    txid         xid8   NOT NULL,
    seq          bigint NOT NULL
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['audit_entry', 'outbox', 'idempotency_record', 'caller_epoch'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY tenant ON %I USING (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)'
            || ' WITH CHECK (group_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    END LOOP;
END $$;

CREATE POLICY feed_across_groups ON outbox FOR SELECT TO ${acrossRole} USING (true);

GRANT SELECT, INSERT ON audit_entry, outbox TO ${appRole};
GRANT SELECT, INSERT, UPDATE ON idempotency_record, caller_epoch, feed_cursor TO ${appRole};
GRANT SELECT ON outbox TO ${acrossRole};
