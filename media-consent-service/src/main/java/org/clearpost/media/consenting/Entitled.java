package org.clearpost.media.consenting;

/**
 * Who may answer by link, as SQL: a parent or carer with parental responsibility on record who is not barred, for
 * children who have not left. Said once, and asked anew by every step.
 */
public final class Entitled {

    /** For tables {@code sg} (subject_giver) and {@code s} (subject); binds {@code :today}. */
    public static final String CHILD =
            """
            sg.responsibility = 'YES' AND sg.barred_at IS NULL AND s.kind = 'CHILD'
                AND (s.ended_on IS NULL OR s.ended_on >= :today)
            """;

    /** For a table {@code g} (giver); binds {@code :today}. */
    public static final String GIVER =
            """
            g.type IN ('PARENT', 'CARER')
                AND EXISTS (SELECT FROM subject_giver sg
                              JOIN subject s ON s.group_id = sg.group_id AND s.id = sg.subject_id
                             WHERE sg.group_id = g.group_id AND sg.giver_id = g.id AND
            """
                    + CHILD + ")";

    private Entitled() {}
}
