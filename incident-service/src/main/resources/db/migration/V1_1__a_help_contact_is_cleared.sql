-- Who no longer answers is taken off the panel. That it was said, and by whom, stays in audit_entry.
GRANT DELETE ON help_contact TO ${appRole};
