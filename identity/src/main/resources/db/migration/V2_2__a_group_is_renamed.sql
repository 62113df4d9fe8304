-- Counts the names a group has had, so that of two who rename it one is refused.
ALTER TABLE directory_group ADD COLUMN version bigint NOT NULL DEFAULT 1;
