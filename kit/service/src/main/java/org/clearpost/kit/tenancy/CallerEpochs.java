package org.clearpost.kit.tenancy;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The least epoch each caller's token must carry here; raised by the event that tells of a change of authorisation. */
public final class CallerEpochs {

    private final DatabaseClient database;

    public CallerEpochs(DatabaseClient database) {
        this.database = database;
    }

    /** Refuses every token of {@code caller} older than {@code epoch} from this transaction's commit on. Never lowers. */
    public Mono<Void> raise(UUID group, UUID caller, long epoch) {
        return database.sql(
                        """
                        INSERT INTO caller_epoch (group_id, caller_id, epoch) VALUES (:group, :caller, :epoch)
                        ON CONFLICT (group_id, caller_id)
                        DO UPDATE SET epoch = greatest(caller_epoch.epoch, excluded.epoch)
                        """)
                .bind("group", group)
                .bind("caller", caller)
                .bind("epoch", epoch)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
