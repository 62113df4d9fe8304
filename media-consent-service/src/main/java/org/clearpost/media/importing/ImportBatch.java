package org.clearpost.media.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.media.importing.ImportView.Asked;
import org.clearpost.media.importing.model.BatchDefaults;
import org.clearpost.media.importing.model.Finding;
import org.clearpost.media.importing.model.ImportPlan.Preview;
import org.clearpost.media.importing.model.ImportState;
import org.clearpost.media.importing.model.Mapping;
import org.clearpost.media.importing.model.RosterFile.Column;
import org.clearpost.media.importing.model.RosterFile.Shape;
import org.jspecify.annotations.Nullable;

/** One import as it is kept, its file and plan aside. */
record ImportBatch(
        UUID id,
        UUID setting,
        UUID importer,
        Caller.Kind importerKind,
        String fileName,
        ImportState state,
        @Nullable String refusal,
        @Nullable Shape shape,
        @Nullable String encoding,
        boolean encodingCertain,
        @Nullable String separator,
        int headingRow,
        @Nullable String fingerprint,
        List<Column> columns,
        Mapping mapping,
        boolean remembered,
        @Nullable Asked question,
        @Nullable Preview preview,
        List<Finding> findings,
        int findingsTotal,
        BatchDefaults defaults,
        int total,
        int done,
        @Nullable ImportResult result,
        int revision,
        Instant createdAt) {

    boolean isBy(Caller caller) {
        return importer.equals(caller.id()) && importerKind == caller.kind();
    }

    /**
     * Whether what is shown of the import repeats anything that stands in its file. One that runs is asked after again
     * and again, and shows only how far it is.
     */
    boolean quotesItsFile() {
        return state != ImportState.RUNNING
                && (!findings.isEmpty()
                        || question != null
                        || columns.stream().anyMatch(column -> !column.samples().isEmpty()));
    }

    ImportView view() {
        boolean quotes = quotesItsFile();
        return new ImportView(
                id,
                setting,
                fileName,
                state,
                refusal == null ? null : new ImportView.Refusal(refusal),
                encoding,
                encodingCertain,
                separator,
                headingRow,
                quotes ? columns : columns.stream().map(Column::withoutSamples).toList(),
                ImportView.MappingView.of(mapping),
                remembered,
                quotes ? question : null,
                preview == null
                        ? null
                        : new ImportView.PreviewView(
                                preview.rows(),
                                preview.people(),
                                preview.accepted(),
                                preview.rejected(),
                                preview.skipped(),
                                preview.givers(),
                                preview.answers(),
                                quotes ? findings : List.of(),
                                findingsTotal),
                new ImportView.Progress(done, total),
                result,
                defaults.formVersion(),
                defaults.signedOn(),
                defaults.keptAt(),
                createdAt);
    }
}
