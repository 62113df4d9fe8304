package org.clearpost.media.families;

import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.consenting.Lapsing;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Families whose yes is going to lapse. */
@Repository
class RenewalRepository {

    /** Each child and giver once; binds {@code :setting}, {@code :until} and {@code :today}. */
    private static final String LAPSING =
            """
            WITH lapsing AS (
                SELECT DISTINCT g.group_id, g.id, s.id AS child,\s"""
                    + Lapsing.WAY
                    + " AS way"
                    + """

                  FROM consent c
                  JOIN giver g ON g.group_id = c.group_id AND g.id = c.giver_id
                  JOIN subject s ON s.group_id = c.group_id AND s.id = c.subject_id
                  JOIN subject_giver sg ON sg.group_id = c.group_id AND sg.subject_id = c.subject_id
                                       AND sg.giver_id = c.giver_id
                 WHERE\s"""
                    + Lapsing.CONSENT + ")";

    private final DatabaseClient database;

    RenewalRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<RenewalView> preview(UUID setting, Lapsing span) {
        return lapsing(
                        LAPSING
                                + """
                         SELECT count(DISTINCT l.id) FILTER (WHERE l.way = 'MAIL' AND a.giver_id IS NULL)::integer AS families,
                                count(DISTINCT l.child) FILTER (WHERE l.way = 'MAIL' AND a.giver_id IS NULL)::integer AS children,
                                count(DISTINCT l.id) FILTER (WHERE l.way = 'MAIL' AND a.giver_id IS NOT NULL)::integer AS asked,
                                count(DISTINCT l.id) FILTER (WHERE l.way = 'CODE')::integer AS without_address,
                                count(DISTINCT l.child) FILTER (WHERE l.way = 'FORM')::integer AS on_form
                           FROM lapsing l
                           LEFT JOIN family_ask a ON a.group_id = l.group_id AND a.giver_id = l.id AND a.asked_at > :rested
                        """,
                        setting,
                        span)
                .map(row -> new RenewalView(
                        span.lastDay(),
                        Columns.value(row, "families", Integer.class),
                        Columns.value(row, "children", Integer.class),
                        Columns.value(row, "asked", Integer.class),
                        Columns.value(row, "without_address", Integer.class),
                        Columns.value(row, "on_form", Integer.class),
                        Lapsing.REST_DAYS))
                .one();
    }

    /**
     * Asks those who were not asked lately: the note of it, the mail to each with an address, and the round, in one
     * statement. Whoever presses at the same time waits for the note and then finds nobody left to write to.
     */
    Mono<Void> ask(Caller caller, UUID round, UUID setting, Lapsing span) {
        return lapsing(
                        LAPSING
                                + """
                         , family AS (
                             SELECT DISTINCT group_id, id, way = 'MAIL' AS has_address FROM lapsing WHERE way <> 'FORM'),
                         noted AS (
                             INSERT INTO family_ask AS a (group_id, giver_id, setting_id, asked_at)
                             SELECT group_id, id, :setting, :now FROM family ORDER BY id
                             ON CONFLICT (group_id, giver_id) DO UPDATE
                                SET asked_at = excluded.asked_at, answered_at = NULL, reminded_at = NULL, reminders = 0
                              WHERE a.asked_at <= :rested
                             RETURNING giver_id),
                         mailed AS (
                             INSERT INTO outgoing_mail (group_id, id, setting_id, giver_id, kind, state, due_at, created_at)
                             SELECT f.group_id, uuidv7(), :setting, f.id, 'INVITATION', 'WAITING', :now, :now
                               FROM noted n JOIN family f ON f.id = n.giver_id WHERE f.has_address
                             RETURNING id)
                         INSERT INTO family_round (group_id, id, setting_id, kind, class_name, lapse_until, started_by,
                                                   started_at, state, total, done, mailed, without_address, claimed_until,
                                                   finished_at)
                         SELECT :group, :id, :setting, 'RENEW', '', :lastDay, :by, :now, 'DONE', asked, asked, mails,
                                asked - mails, :now, :now
                           FROM (SELECT (SELECT count(*) FROM noted) AS asked, (SELECT count(*) FROM mailed) AS mails) AS n
                        """,
                        setting,
                        span)
                .bind("group", caller.group())
                .bind("id", round)
                .bind("lastDay", span.lastDay())
                .bind("by", caller.id())
                .bind("now", span.now())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private DatabaseClient.GenericExecuteSpec lapsing(String sql, UUID setting, Lapsing span) {
        return database.sql(sql)
                .bind("setting", setting)
                .bind("today", span.today())
                .bind("until", span.end())
                .bind("rested", span.restedSince());
    }
}
