package org.clearpost.kit.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a migrated schema must be like so that no row of one group can reach another: asked of PostgreSQL's own
 * catalogue. Each rule was seen to leak when left out.
 */
public final class CatalogueRules {

    private static final String TABLES =
            "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'"
                    + " WHERE c.relkind IN ('r', 'p')";

    private CatalogueRules() {}

    /**
     * What is wrong with the schema, one sentence each.
     *
     * @param ofNoTenant reviewed tables that hold nothing of any group, such as {@code feed_cursor}
     */
    public static List<String> violations(TestDatabase database, Set<String> ofNoTenant) {
        Set<String> exempt = new java.util.HashSet<>(ofNoTenant);
        exempt.addAll(Set.of("flyway_schema_history", "feed_cursor"));
        String except = exempt.stream()
                .map(name -> "'" + name + "'")
                .reduce((a, b) -> a + "," + b)
                .orElse("''");
        String app = database.name() + "_app";
        String across = database.name() + "_across";
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect("postgres");
                Statement sql = connection.createStatement()) {
            String tenantTables = TABLES + " AND c.relname NOT IN (" + except + ")";
            collect(
                    found,
                    sql,
                    "%s has no column group_id",
                    "SELECT c.relname " + tenantTables
                            + " AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'group_id'"
                            + " AND a.attnotnull)");
            collect(
                    found,
                    sql,
                    "%s does not force row-level security",
                    "SELECT c.relname " + tenantTables + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)");
            collect(
                    found,
                    sql,
                    "%s has no policy that compares group_id with the current tenant and checks writes",
                    "SELECT c.relname " + tenantTables
                            + " AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'"
                            + " AND pg_get_expr(p.polqual, c.oid) ILIKE '%group_id = (NULLIF(current_setting(''app.tenant''%'"
                            + " AND pg_get_expr(p.polwithcheck, c.oid) ILIKE '%group_id = (NULLIF(current_setting(''app.tenant''%')");
            collect(
                    found,
                    sql,
                    "policy %s opens a table beyond the tenant",
                    "SELECT p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid"
                            + " WHERE pg_get_expr(p.polqual, c.oid) NOT ILIKE '%app.tenant%'"
                            + " AND NOT (p.polcmd = 'r' AND p.polroles = ARRAY[(SELECT oid FROM pg_roles WHERE rolname = '"
                            + across + "')])");
            collect(
                    found,
                    sql,
                    "unique index %s does not lead with group_id",
                    "SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid"
                            + " JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                            + " AND n.nspname = 'public' WHERE x.indisunique AND c.relname NOT IN (" + except + ")"
                            + " AND coalesce((SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid"
                            + " AND a.attnum = x.indkey[0]), '') <> 'group_id'");
            collect(
                    found,
                    sql,
                    "foreign key %s does not include the tenant",
                    "SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                            + " WHERE k.contype = 'f' AND c.relname NOT IN (" + except + ")"
                            + " AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid"
                            + " AND a.attnum = ANY (k.conkey) AND a.attname = 'group_id')");
            collect(
                    found,
                    sql,
                    "%s is owned by the application's login",
                    "SELECT c.relname FROM pg_class c" + " JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = '"
                            + app + "'");
            collect(
                    found,
                    sql,
                    "the login %s has more power than it may",
                    "SELECT rolname FROM pg_roles WHERE rolname LIKE '"
                            + database.name().replace("_", "\\_")
                            + "\\_%' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)");
            collect(
                    found,
                    sql,
                    "%s may be truncated, or changed in shape, by the application",
                    "SELECT c.relname " + TABLES + " AND (has_table_privilege('" + app + "', c.oid, 'TRUNCATE')"
                            + " OR has_table_privilege('" + app + "', c.oid, 'REFERENCES')"
                            + " OR has_table_privilege('" + app + "', c.oid, 'TRIGGER'))");
            collect(
                    found,
                    sql,
                    "%s, a record that only grows, may be changed or deleted by the application",
                    "SELECT c.relname " + TABLES + " AND c.relname IN ('audit_entry', 'outbox')"
                            + " AND (has_table_privilege('" + app + "', c.oid, 'UPDATE')"
                            + " OR has_table_privilege('" + app + "', c.oid, 'DELETE'))");
            collect(
                    found,
                    sql,
                    "the role across groups may write %s",
                    "SELECT c.relname " + TABLES
                            + " AND (has_table_privilege('" + across + "', c.oid, 'INSERT')"
                            + " OR has_table_privilege('" + across + "', c.oid, 'UPDATE')"
                            + " OR has_table_privilege('" + across + "', c.oid, 'DELETE'))");
            collect(
                    found,
                    sql,
                    "view %s does not run with the rights of who asks",
                    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                            + " AND n.nspname = 'public' WHERE c.relkind = 'm' OR (c.relkind = 'v'"
                            + " AND NOT coalesce(c.reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on'])");
            collect(
                    found,
                    sql,
                    "function %s runs with its owner's rights",
                    "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                            + " AND n.nspname = 'public' WHERE p.prosecdef");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    private static void collect(List<String> found, Statement sql, String sentence, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(sentence.formatted(rows.getString(1)));
            }
        }
    }
}
