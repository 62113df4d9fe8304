-- What roles are called (OPT-31) is asked in the directory alone, where every page reads it. Answers given here were read
-- by nobody. Who gave them and when stays in option_change.
ALTER TABLE group_option NO FORCE ROW LEVEL SECURITY;
ALTER TABLE setting_option NO FORCE ROW LEVEL SECURITY;
DELETE FROM group_option WHERE option_key = 'OPT-31';
DELETE FROM setting_option WHERE option_key = 'OPT-31';
ALTER TABLE group_option FORCE ROW LEVEL SECURITY;
ALTER TABLE setting_option FORCE ROW LEVEL SECURITY;
