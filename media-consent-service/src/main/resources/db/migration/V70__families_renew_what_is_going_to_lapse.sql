-- A round that asks the families whose yes is going to lapse, and them alone.
ALTER TABLE family_round DROP CONSTRAINT family_round_kind_check;
ALTER TABLE family_round ADD CONSTRAINT family_round_kind_check CHECK (kind IN ('ASK', 'REMIND', 'RENEW'));
-- Of such a round: the last day by which a yes had to end to be asked about.
ALTER TABLE family_round ADD COLUMN lapse_until date;
ALTER TABLE family_round ADD CONSTRAINT family_round_lapse_check CHECK ((kind = 'RENEW') = (lapse_until IS NOT NULL));
