package org.clearpost.media.access;

import java.time.Clock;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.edge.CivilDay;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets a caller through or refuses. What a caller may not know of is "not found", in the same bytes as what never was;
 * only somebody who knows the setting anyway is told "you may not".
 *
 * <p>Somebody named as contributor of an account that is not closed or refused, holding any post at its setting today,
 * counts as a contributor there. Use inside the caller's transaction.
 */
@Component
public final class Doors {

    /**
     * Narrows a query with {@code account_contributor c} and its {@code official_account a} to those who contribute:
     * their naming has not ended, the account may still come to be used, and they hold a post at its setting on {@code
     * :today}. Posts end by their date, and nobody comes round to end the naming.
     */
    public static final String CONTRIBUTES =
            """
             c.ended_at IS NULL AND a.status NOT IN ('CLOSED', 'REFUSED')
             AND EXISTS (SELECT FROM post_held h
                           JOIN person_known p ON p.group_id = h.group_id AND p.person_id = h.person_id AND p.active
                          WHERE h.group_id = c.group_id AND h.person_id = c.person_id AND h.setting_id = a.setting_id
                            AND h.held_from <= :today AND (h.held_to IS NULL OR h.held_to >= :today))
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Doors(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For a thing that a refused caller may know of, such as a setting's list. */
    public Mono<Void> openly(boolean allowed, Caller caller, UUID setting) {
        return allowed
                ? Mono.empty()
                : knows(caller, setting)
                        .flatMap(known ->
                                Mono.error(new RefusedException(known ? KitProblem.FORBIDDEN : KitProblem.NOT_FOUND)));
    }

    /** For a thing that a refused caller may not know of. */
    public Mono<Void> hidden(boolean allowed) {
        return allowed ? Mono.empty() : Mono.error(new RefusedException(KitProblem.NOT_FOUND));
    }

    /** Tries options out; a group admin for any setting of the group. */
    public Mono<Boolean> rehearses(Caller caller, UUID setting) {
        return Access.rehearses(caller, setting) ? knows(caller, setting) : Mono.just(false);
    }

    public Mono<Boolean> readsRoster(Caller caller, UUID setting) {
        return orContributes(Access.readsRoster(caller, setting), caller, setting);
    }

    public Mono<Boolean> asks(Caller caller, UUID setting) {
        return orContributes(Access.asks(caller, setting), caller, setting);
    }

    /** Loads people and consents from a file; a group admin for any setting of the group. */
    public Mono<Boolean> importsRoster(Caller caller, UUID setting) {
        return Access.importsRoster(caller, setting) ? knows(caller, setting) : Mono.just(false);
    }

    /** Opens mails that wait where there is no mail server; a group admin for any setting of the group. */
    public Mono<Boolean> readsOutbox(Caller caller, UUID setting) {
        return Access.readsOutbox(caller, setting) ? knows(caller, setting) : Mono.just(false);
    }

    /** Whether the caller knows that this setting exists, so that a refusal there may be called one. */
    private Mono<Boolean> knows(Caller caller, UUID setting) {
        if (caller.belongsTo(setting) || !Access.seesEverySetting(caller)) {
            return Mono.just(caller.belongsTo(setting));
        }
        return database.sql("SELECT EXISTS (SELECT FROM setting_known WHERE setting_id = :setting)")
                .bind("setting", setting)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private Mono<Boolean> orContributes(boolean already, Caller caller, UUID setting) {
        if (already || !caller.isPerson() || !caller.belongsTo(setting)) {
            return Mono.just(already);
        }
        return database.sql(
                        """
                        SELECT EXISTS (SELECT FROM account_contributor c
                                         JOIN official_account a ON a.group_id = c.group_id AND a.id = c.account_id
                                        WHERE c.person_id = :person AND a.setting_id = :setting AND %s)
                        """
                                .formatted(CONTRIBUTES))
                .bind("person", caller.id())
                .bind("today", CivilDay.of(clock.instant()))
                .bind("setting", setting)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }
}
