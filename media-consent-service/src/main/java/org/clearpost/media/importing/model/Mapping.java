package org.clearpost.media.importing.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearpost.kit.table.DateOrder;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a file is read as. Columns that are not named are never stored.
 *
 * @param dateOrder which number of a date is the day; absent while nobody had to be asked
 * @param school whose rows are read when the file holds several schools
 */
public record Mapping(List<ColumnMapping> columns, @Nullable DateOrder dateOrder, @Nullable String school) {

    public static final int MOST_GUARDIANS = 6;

    public static final Mapping EMPTY = new Mapping(List.of(), null, null);

    public Mapping {
        columns = List.copyOf(columns);
    }

    /** What is wrong with a mapping, at a place in it such as {@code /columns/3}. */
    public record Fault(String pointer, String message) {}

    public Mapping withDateOrder(@Nullable DateOrder order) {
        return new Mapping(columns, order, school);
    }

    Optional<ColumnMapping> find(Target target) {
        return columns.stream().filter(column -> column.target() == target).findFirst();
    }

    int indexOf(Target target) {
        return find(target).map(ColumnMapping::index).orElse(-1);
    }

    int indexOf(Target target, int guardian) {
        return columns.stream()
                .filter(column -> column.target() == target && column.guardian() == guardian)
                .mapToInt(ColumnMapping::index)
                .findFirst()
                .orElse(-1);
    }

    /**
     * Why this mapping cannot be used on a file with those headings; nothing when it can.
     *
     * <p>A column about photos in general can only mean that pictures may be taken (requirement MED-04), and no two
     * columns may answer one question.
     */
    public List<Fault> faults(List<String> headings, int width) {
        List<Fault> faults = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Map<String, Integer> taken = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnMapping column = columns.get(i);
            String pointer = "/columns/" + i;
            if (column.index() < 0 || column.index() >= width) {
                faults.add(new Fault(pointer + "/index", "The file has no such column."));
                continue;
            }
            if (!seen.add(column.index())) {
                faults.add(new Fault(pointer + "/index", "This column is mapped twice."));
            }
            if (column.guardian() < 1 || column.guardian() > MOST_GUARDIANS) {
                faults.add(new Fault(pointer + "/guardian", "At most six people can answer for one child."));
            }
            if (column.target() == Target.CONSENT) {
                consentFaults(column, i, pointer, headings, faults);
            } else if (column.target() != Target.IGNORED) {
                String place = column.target().isAboutGiver()
                        ? column.target() + " " + column.guardian()
                        : column.target().name();
                if (taken.putIfAbsent(place, i) != null) {
                    faults.add(new Fault(pointer + "/target", "Another column is already read as this."));
                }
            }
        }
        nameFaults(faults);
        if (find(Target.UPN).isPresent() && find(Target.EXTERNAL_ID).isPresent()) {
            faults.add(new Fault("/columns", "The UPN is read only when the file has no other number."));
        }
        return faults;
    }

    private void consentFaults(
            ColumnMapping column, int position, String pointer, List<String> headings, List<Fault> faults) {
        Purpose purpose = column.purpose();
        if (purpose == null) {
            faults.add(new Fault(pointer + "/purpose", "Say what this column's answer is for."));
            return;
        }
        String heading = column.index() < headings.size() ? headings.get(column.index()) : "";
        if (purpose != Purpose.TAKING && ConsentHeading.isAboutPhotosInGeneral(heading)) {
            faults.add(
                    new Fault(
                            pointer + "/purpose",
                            "A column about photos in general can only mean that pictures may be taken, not how they are used."));
        }
        if (!column.channels().isEmpty()
                && (!purpose.hasChannels() || !column.channels().stream().allMatch(Platform::isSocial))) {
            faults.add(new Fault(pointer + "/channels", "Only an answer about social media has channels."));
        }
        for (int before = 0; before < position; before++) {
            ColumnMapping other = columns.get(before);
            if (other.target() == Target.CONSENT && other.purpose() != null && other.overlaps(column)) {
                faults.add(new Fault(pointer + "/purpose", "Another column already answers this."));
                return;
            }
        }
    }

    private void nameFaults(List<Fault> faults) {
        boolean first = find(Target.FIRST_NAME).isPresent()
                || find(Target.PREFERRED_FIRST_NAME).isPresent();
        boolean surname = find(Target.SURNAME).isPresent()
                || find(Target.PREFERRED_SURNAME).isPresent();
        boolean full = find(Target.FULL_NAME).isPresent();
        if (full && (first || surname)) {
            faults.add(new Fault("/columns", "Read the name from one cell or from two, not from both."));
        } else if (!full && !(first && surname)) {
            faults.add(new Fault("/columns", "Say which columns hold the first name and the surname."));
        }
    }
}
