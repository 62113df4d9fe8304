package org.clearpost.media.importing.model;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clearpost.kit.table.TableLimits;
import org.clearpost.kit.table.TableRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file that was recognised, its rows not yet judged. Opening it decides all that makes a whole file
 * unusable; {@link #analyse} then never stores anything and may be repeated.
 */
public sealed interface RosterFile permits CsvRoster, OneRosterFile {

    /** What a file may hold: enough for 20,000 children with two contacts each, little enough for a small service. */
    TableLimits LIMITS = new TableLimits(10 * 1024 * 1024, 45_000, 500, 32_767);

    /** What sort of file it is. */
    enum Shape {
        CSV,
        ONEROSTER
    }

    /** One column as a person sees it when mapping: no samples of what is never read. */
    record Column(int index, String heading, List<String> samples) {

        public Column withoutSamples() {
            return new Column(index, heading, List.of());
        }
    }

    Shape shape();

    String encoding();

    boolean encodingCertain();

    /** "," ";" or "tab". */
    String separator();

    /** 0 when no row was recognised as headings. */
    int headingRow();

    List<Column> columns();

    /** Files with equal fingerprints have the same columns in the same order. */
    String fingerprint();

    Mapping suggestion();

    List<Mapping.Fault> faults(Mapping mapping);

    /**
     * Judges every row.
     *
     * @param mapping one without {@link #faults}
     * @param settingName tells the setting's own rows from another school's
     * @throws FileRefusedException if no row is a person, or the file cannot be read to its end
     */
    Analysis analyse(
            Mapping mapping,
            BatchDefaults defaults,
            List<StoredChild> stored,
            @Nullable String settingName,
            LocalDate today);

    /**
     * Recognises a file by its content; its name only tells what it was meant to be.
     *
     * @throws FileRefusedException if the whole file is refused
     */
    static RosterFile open(byte[] content, String fileName, TableLimits limits) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean meantAsText = name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv");
        if (!meantAsText && OneRosterFile.isZip(content)) {
            return OneRosterFile.open(content, limits);
        }
        try {
            return CsvRoster.open(content, limits);
        } catch (TableRefusedException e) {
            if (e.reason() == TableRefusedException.Reason.XML && isCommonTransferFile(content)) {
                throw new FileRefusedException(
                        "This is a Common Transfer File. It holds far more about children than may be kept here:"
                                + " export names, classes and photo consents as CSV instead.");
            }
            throw new FileRefusedException(e.sentence());
        }
    }

    private static boolean isCommonTransferFile(byte[] content) {
        int length = Math.min(content.length, 8192);
        String beginning = new String(content, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
        return beginning.toLowerCase(Locale.ROOT).contains("<ctfile");
    }
}
