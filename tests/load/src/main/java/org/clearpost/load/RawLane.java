package org.clearpost.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clearpost.load.Recording.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The limit: the service's own statements with the service's own values, sent by nobody but a driver. The consent read and
 * the decision record travel together, prepared, in one round trip and one transaction, under row-level security.
 */
final class RawLane implements Lane {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    /** A read, the record that followed it, and the id of the record, which must be new each time. */
    record Pair(Statement read, Statement record, String id) {}

    private final Connection connection;
    private final PreparedStatement both;
    private final List<Integer> readPlaces;
    private final List<Integer> recordPlaces;
    private final List<Pair> pairs;
    private int next;

    RawLane(Connection connection, List<Pair> pairs, int start) throws SQLException {
        this.connection = connection;
        this.pairs = pairs;
        this.next = start;
        var first = pairs.getFirst();
        this.readPlaces = places(first.read().text());
        this.recordPlaces = places(first.record().text());
        this.both = connection.prepareStatement(
                asked(first.read().text()) + ";\n" + asked(first.record().text()));
    }

    @Override
    public void once() throws SQLException {
        var pair = pairs.get(next++ % pairs.size());
        var at = 1;
        for (var place : readPlaces) {
            both.setString(at++, pair.read().values().get(place));
        }
        for (var place : recordPlaces) {
            both.setString(at++, fresh(pair, pair.record().values().get(place)));
        }
        both.execute();
        try (var rows = both.getResultSet()) {
            while (rows.next()) {
                // Received is enough.
            }
        }
        both.getMoreResults();
    }

    private static @Nullable String fresh(Pair pair, @Nullable String value) {
        return pair.id().equals(value) ? UUID.randomUUID().toString() : value;
    }

    private static List<Integer> places(String text) {
        var places = new ArrayList<Integer>();
        var place = PLACE.matcher(text);
        while (place.find()) {
            places.add(Integer.parseInt(place.group(1)));
        }
        return places;
    }

    private static String asked(String text) {
        return PLACE.matcher(text).replaceAll("?");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
