package org.clearpost.media.importing;

/**
 * What an import has stored so far.
 *
 * @param created people new to the setting
 * @param changed people on record of whom something changed
 * @param unchanged people on record of whom the file told nothing new
 * @param active answers stored that count, {@code pending} that wait, {@code refused} that say no
 * @param kept yeses of the file that did nothing because a no is on record
 * @param failed people the database did not take; a finding names the row
 */
record ImportResult(
        int created, int changed, int unchanged, int active, int pending, int refused, int kept, int failed) {

    static final ImportResult NOTHING = new ImportResult(0, 0, 0, 0, 0, 0, 0, 0);

    ImportResult plus(ImportResult other) {
        return new ImportResult(
                created + other.created,
                changed + other.changed,
                unchanged + other.unchanged,
                active + other.active,
                pending + other.pending,
                refused + other.refused,
                kept + other.kept,
                failed + other.failed);
    }
}
