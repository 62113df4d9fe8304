-- The decisions of a setting in the order they were asked, for trying options out on the latest of them.
CREATE INDEX decision_by_time ON decision (group_id, setting_id, asked_at, id);
