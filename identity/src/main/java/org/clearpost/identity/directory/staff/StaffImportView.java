package org.clearpost.identity.directory.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.staff.model.Finding;
import org.clearpost.identity.directory.staff.model.StaffRow;
import org.jspecify.annotations.Nullable;

/** An import as its importer sees it: what would happen, what is happening, what has happened. */
record StaffImportView(
        UUID id,
        String fileName,
        StaffImport.State state,
        @Nullable Refusal refusal,
        @Nullable String encoding,
        @Nullable Boolean encodingCertain,
        @Nullable String separator,
        @Nullable Integer headingRow,
        @Nullable Preview preview,
        Progress progress,
        @Nullable Result result) {

    record Refusal(String sentence) {}

    /** {@code posts} and {@code findings} are the first 200 of each. */
    record Preview(
            int rows,
            int people,
            int accepted,
            int rejected,
            int skipped,
            List<Post> posts,
            List<Finding> findings,
            int findingsTotal) {}

    record Post(
            int row,
            String name,
            String email,
            UUID settingId,
            RoleCode role,
            boolean deputy,
            LocalDate from,
            @Nullable LocalDate to) {

        static Post of(StaffRow row) {
            return new Post(
                    row.number(),
                    row.name(),
                    row.email().value(),
                    row.setting().value(),
                    row.role(),
                    row.deputy(),
                    row.from(),
                    row.to());
        }
    }

    record Progress(int done, int total) {}

    record Result(int given, int rejected) {}

    static StaffImportView of(StaffImport staff, StaffImport.Detail detail) {
        StaffImport.Table table = staff.table();
        StaffImport.Progress progress = detail.progress();
        String refusal = staff.refusal();
        return new StaffImportView(
                staff.id(),
                staff.fileName(),
                staff.state(),
                refusal == null ? null : new Refusal(refusal),
                table == null ? null : table.encoding(),
                table == null ? null : table.encodingCertain(),
                table == null ? null : table.separator(),
                table == null ? null : table.headingRow(),
                table == null
                        ? null
                        : new Preview(
                                staff.rows(),
                                staff.people(),
                                progress.total(),
                                detail.rejected(),
                                detail.skipped(),
                                detail.waiting().stream().map(Post::of).toList(),
                                detail.findings(),
                                detail.rejected() + detail.skipped()),
                new Progress(progress.taken() + progress.rejected(), progress.total()),
                staff.state() == StaffImport.State.DONE ? new Result(progress.taken(), progress.rejected()) : null);
    }
}
