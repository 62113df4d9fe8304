package org.clearpost.kit.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The database of the service under test, looked into past row-level security or changed as its owner. */
public record TestDatabase(String name) {

    /** One each, kept open: an access matrix looks some thousand times, and connecting is the slow part. */
    private static final Map<String, Connection> OPEN = new ConcurrentHashMap<>();

    /** The first column of the first row, read as the superuser: what is really stored, whoever may see it. */
    public String ask(String sql) {
        return asSuperuser(statement -> {
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        });
    }

    /** Changes the database behind the service's back, as the superuser. */
    public void change(String sql) {
        asSuperuser(statement -> statement.execute(sql));
    }

    /**
     * How many rows each table that a caller could change has, and which transaction wrote the latest of them: whatever
     * is inserted, updated or deleted changes one of the two, and no row has to be read out for it.
     */
    String fingerprint() {
        return ask(
                """
                SELECT string_agg(tablename || ' ' || query_to_xml(
                           format('SELECT count(*), max(xmin::text::bigint) FROM %I', tablename),
                           true, true, '')::text, ',' ORDER BY tablename)
                  FROM pg_tables
                 WHERE schemaname = 'public' AND tablename <> 'feed_cursor'
                """);
    }

    public Connection connect(String role) throws SQLException {
        return TestPostgres.running().connect(name, role);
    }

    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    private <T> T asSuperuser(Work<T> work) {
        Connection connection = OPEN.compute(name, (database, open) -> usable(open) ? open : opened(database));
        synchronized (connection) {
            try (Statement statement = connection.createStatement()) {
                return work.with(statement);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static boolean usable(@Nullable Connection open) {
        try {
            return open != null && !open.isClosed();
        } catch (SQLException unknown) {
            return false;
        }
    }

    private static Connection opened(String database) {
        try {
            return TestPostgres.running().connect(database, "postgres");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
