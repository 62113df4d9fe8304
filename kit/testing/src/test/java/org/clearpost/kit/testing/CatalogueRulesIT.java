package org.clearpost.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the catalogue is seen to fail on a schema that breaks it, and to be quiet on one that does not. */
@Tag("SEC-01")
class CatalogueRulesIT {

    private static final String POLICY =
            """
            CREATE POLICY tenant ON %s USING (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
            WITH CHECK (group_id = nullif(current_setting('app.tenant', true), '')::uuid)
            """;

    private TestDatabase database;

    @BeforeEach
    void goodSchema() {
        database = new TestDatabase(TestPostgres.running().newDatabase("catalogue"));
        asOwner("CREATE TABLE thing (group_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (group_id, id))");
        asOwner("ALTER TABLE thing ENABLE ROW LEVEL SECURITY");
        asOwner("ALTER TABLE thing FORCE ROW LEVEL SECURITY");
        asOwner(POLICY.formatted("thing"));
        asOwner("GRANT SELECT, INSERT ON thing TO " + database.name() + "_app");
    }

    @Test
    void findsNothingWrongWithAGoodSchema() {
        assertThat(CatalogueRules.violations(database, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ALTER TABLE thing NO FORCE ROW LEVEL SECURITY                                   | does not force row-level security
            ALTER TABLE thing DISABLE ROW LEVEL SECURITY                                    | does not force row-level security
            CREATE TABLE loose (id uuid PRIMARY KEY)                                        | loose has no column group_id
            ALTER POLICY tenant ON thing USING (true)                                       | has no policy that compares
            ALTER POLICY tenant ON thing WITH CHECK (true)                                  | has no policy that compares
            CREATE POLICY open ON thing FOR SELECT USING (true)                             | policy open opens a table
            CREATE UNIQUE INDEX global ON thing (id)                                        | unique index global does not lead
            GRANT TRUNCATE ON thing TO ${app}                                               | may be truncated
            CREATE VIEW peek AS SELECT * FROM thing                                         | view peek does not run
            CREATE MATERIALIZED VIEW copy AS SELECT * FROM thing                            | view copy does not run
            CREATE FUNCTION sudo() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'  | function sudo runs with
            GRANT INSERT ON thing TO ${across}                                              | the role across groups may write
            CREATE TABLE audit_entry (group_id uuid PRIMARY KEY); GRANT DELETE ON audit_entry TO ${app} | only grows
            CREATE TABLE part (group_id uuid NOT NULL, id uuid UNIQUE); ALTER TABLE thing ADD FOREIGN KEY (id) REFERENCES part (id) | foreign key
            """)
    void findsEachFault(String fault, String complaint) {
        asOwner(fault.replace("${app}", database.name() + "_app").replace("${across}", database.name() + "_across"));

        assertThat(CatalogueRules.violations(database, Set.of()))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }

    @Test
    void findsAnApplicationThatOwnsATable() {
        database.change("ALTER TABLE thing OWNER TO " + database.name() + "_app");

        assertThat(CatalogueRules.violations(database, Set.of()))
                .anySatisfy(found -> assertThat(found).contains("owned by the application"));
    }

    @Test
    void findsALoginWithTooMuchPower() {
        database.change("ALTER ROLE " + database.name() + "_app BYPASSRLS");

        assertThat(CatalogueRules.violations(database, Set.of()))
                .anySatisfy(found -> assertThat(found).contains("more power"));
    }

    private void asOwner(String sql) {
        try (Connection connection = database.connect("owner");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
