package org.clearpost.media.importing;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.media.importing.model.ImportPlan.Preview;
import org.clearpost.media.importing.model.ImportState;
import org.clearpost.media.importing.model.RosterFile.Shape;
import org.jspecify.annotations.Nullable;

/**
 * One line of a setting's list of imports, for everybody who may import there: who, when, what sort of file, and
 * counts. Neither the file's name nor anything that stood in it.
 */
record ImportListed(
        UUID id,
        UUID importedBy,
        Caller.Kind importerKind,
        @Nullable Shape fileKind,
        ImportState state,
        @Nullable FileCounts counts,
        @Nullable ImportResult result,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant finishedAt) {

    /**
     * What the file held.
     *
     * @param people children, each counted once however many rows they have
     */
    record FileCounts(int rows, int people, int accepted, int rejected, int skipped, int givers) {

        static FileCounts of(Preview preview) {
            return new FileCounts(
                    preview.rows(),
                    preview.people(),
                    preview.accepted(),
                    preview.rejected(),
                    preview.skipped(),
                    preview.givers());
        }
    }
}
