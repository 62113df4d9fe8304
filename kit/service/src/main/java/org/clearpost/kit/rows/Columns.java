package org.clearpost.kit.rows;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Reads columns that are never null, and says which one it was when the schema breaks that promise. */
public final class Columns {

    private Columns() {}

    public static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** The text of a {@code jsonb} column. */
    public static String json(Readable row, String column) {
        return value(row, column, Json.class).asString();
    }
}
