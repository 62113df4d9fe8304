package org.clearpost.media.notices;

import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Settings where something changed that answers rest on, until their askers are told. The database notes them itself. */
@Repository
class GroundChangeRepository {

    private final DatabaseClient database;

    GroundChangeRepository(DatabaseClient database) {
        this.database = database;
    }

    record Place(UUID group, UUID setting) {}

    /** Asked across groups. */
    Flux<Place> places() {
        return database.sql("SELECT DISTINCT group_id, setting_id FROM ground_change LIMIT 50")
                .map(row -> new Place(
                        Columns.value(row, "group_id", UUID.class), Columns.value(row, "setting_id", UUID.class)))
                .all();
    }

    /** Takes what changed at a setting; false when another instance has. */
    Mono<Boolean> take(UUID setting) {
        return database.sql(
                        """
                        DELETE FROM ground_change
                         WHERE id IN (SELECT id FROM ground_change WHERE setting_id = :setting FOR UPDATE SKIP LOCKED)
                        """)
                .bind("setting", setting)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
