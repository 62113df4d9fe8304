-- A setting's imports are listed newest first.
CREATE INDEX import_batch_by_setting ON import_batch (group_id, setting_id, id);

-- A no is looked for among all answers of one giver to one question, replaced ones included.
CREATE INDEX consent_said ON consent (group_id, subject_id, giver_id, purpose, channel) WHERE state IN ('REFUSED', 'WITHDRAWN');

COMMENT ON COLUMN consent.valid_until IS
    'When a yes ends by itself; every decision and list reads it. No form says it yet, so that it is empty until review dates are entered.';
