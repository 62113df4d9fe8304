package org.clearpost.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an access matrix goes by when it says that a refused call changed no row. */
@Tag("SEC-01")
class TestDatabaseIT {

    private TestDatabase database;

    @BeforeEach
    void twoTables() {
        database = new TestDatabase(TestPostgres.running().newDatabase("fingerprint"));
        database.change("CREATE TABLE thing (id int PRIMARY KEY, name text)");
        database.change("CREATE TABLE other (id int PRIMARY KEY REFERENCES thing ON DELETE CASCADE)");
        database.change("CREATE TABLE feed_cursor (place int)");
        database.change("INSERT INTO thing VALUES (1, 'one'), (2, 'two'), (3, 'three')");
        database.change("INSERT INTO other VALUES (1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO thing VALUES (4, 'four')",
                "INSERT INTO other VALUES (2)",
                "UPDATE thing SET name = 'another' WHERE id = 1",
                "UPDATE thing SET name = name WHERE id = 3",
                "DELETE FROM thing WHERE id = 3",
                "DELETE FROM other",
                "BEGIN; DELETE FROM thing WHERE id = 3; INSERT INTO thing VALUES (3, 'three'); COMMIT",
                "TRUNCATE thing CASCADE",
            })
    void whateverChangesARowChangesTheFingerprint(String change) {
        String before = database.fingerprint();
        database.change(change);
        assertThat(database.fingerprint()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM thing FOR UPDATE",
                "UPDATE thing SET name = 'another' WHERE id = 9",
                "BEGIN; DELETE FROM thing; ROLLBACK",
                "INSERT INTO feed_cursor VALUES (1)",
                "VACUUM FREEZE thing",
            })
    void whatLeavesTheRowsAsTheyWereDoesNot(String statement) {
        String before = database.fingerprint();
        database.change(statement);
        assertThat(database.fingerprint()).isEqualTo(before);
    }

    @Test
    void isTheSameWhenNothingHappens() {
        assertThat(database.fingerprint()).isEqualTo(database.fingerprint());
    }
}
