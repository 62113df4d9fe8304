package org.clearpost.media.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.table.DateOrder;
import org.clearpost.media.importing.model.Analysis.Question;
import org.clearpost.media.importing.model.ColumnMapping;
import org.clearpost.media.importing.model.Finding;
import org.clearpost.media.importing.model.ImportPlan.Answers;
import org.clearpost.media.importing.model.ImportState;
import org.clearpost.media.importing.model.Mapping;
import org.clearpost.media.importing.model.RosterFile.Column;
import org.clearpost.media.importing.model.Target;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;

/** An import as its importer sees it. */
record ImportView(
        UUID id,
        UUID settingId,
        String fileName,
        ImportState state,
        @Nullable Refusal refusal,
        @Nullable String encoding,
        boolean encodingCertain,
        @Nullable String separator,
        int headingRow,
        List<Column> columns,
        MappingView mapping,
        boolean remembered,
        @Nullable Asked question,
        @Nullable PreviewView preview,
        Progress progress,
        @Nullable ImportResult result,
        @Nullable String formVersion,
        @Nullable LocalDate signedOn,
        @Nullable String keptAt,
        Instant createdAt) {

    /** Why the whole file is refused. */
    record Refusal(String sentence) {}

    /** What a person has to say before there can be a preview. */
    record Asked(Question code, String sentence, List<String> options) {}

    record Progress(int done, int total) {}

    record PreviewView(
            int rows,
            int people,
            int accepted,
            int rejected,
            int skipped,
            int givers,
            Answers answers,
            List<Finding> findings,
            int findingsTotal) {}

    record MappingView(List<ColumnView> columns, @Nullable DateOrder dateOrder, @Nullable String school) {

        static MappingView of(Mapping mapping) {
            return new MappingView(
                    mapping.columns().stream().map(ColumnView::of).toList(), mapping.dateOrder(), mapping.school());
        }
    }

    record ColumnView(
            int index,
            Target target,
            @Nullable Purpose purpose,
            List<Platform> channels,
            boolean recordsAnswers,
            int guardian) {

        static ColumnView of(ColumnMapping column) {
            return new ColumnView(
                    column.index(),
                    column.target(),
                    column.purpose(),
                    column.channels(),
                    column.recordsAnswers(),
                    column.guardian());
        }
    }
}
