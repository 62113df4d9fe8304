package org.clearpost.identity.directory.staff;

import java.util.List;
import java.util.UUID;
import org.clearpost.identity.directory.staff.model.Finding;
import org.clearpost.identity.directory.staff.model.StaffRow;
import org.jspecify.annotations.Nullable;

/** A staff list as it stands: refused, shown, being taken in, or done. */
record StaffImport(
        UUID id,
        UUID importer,
        String fileName,
        State state,
        @Nullable String refusal,
        @Nullable Table table,
        int rows,
        int people) {

    /** Where an import stands. One that nobody confirms within a day lapses. */
    enum State {
        PREVIEWED,
        REFUSED,
        RUNNING,
        DONE,
        LAPSED
    }

    /** How the file was read. */
    record Table(String encoding, boolean encodingCertain, String separator, int headingRow) {}

    /** How many rows wait, were taken in and were rejected on the way in. */
    record Progress(int waiting, int taken, int rejected, int lapsed) {

        int total() {
            return waiting + taken + rejected + lapsed;
        }
    }

    /** The beginning of what there is to look at, with how much there is. */
    record Detail(Progress progress, List<StaffRow> waiting, List<Finding> findings, int rejected, int skipped) {}
}
