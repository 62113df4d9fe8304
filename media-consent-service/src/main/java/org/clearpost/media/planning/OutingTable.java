package org.clearpost.media.planning;

import java.util.ArrayList;
import java.util.List;
import org.clearpost.kit.table.TableWriter;
import org.clearpost.media.model.Clearance;
import org.clearpost.media.planning.OutingView.OutingClass;
import org.clearpost.media.planning.OutingView.OutingPerson;

/** The plan of an outing as a table for a spreadsheet: what the page shows and nothing beside. */
final class OutingTable {

    private OutingTable() {}

    static String of(OutingView outing) {
        List<List<String>> rows = new ArrayList<>();
        for (OutingClass group : outing.classes()) {
            for (OutingPerson person : group.people()) {
                rows.add(List.of(
                        group.name() == null ? "" : group.name(),
                        person.surname(),
                        person.firstName(),
                        words(person.clearance())));
            }
        }
        return TableWriter.write(
                List.of("Class", "Surname", "First name", outing.account().name() + ", " + outing.on()), rows);
    }

    private static String words(Clearance clearance) {
        return switch (clearance) {
            case CLEARED -> "Cleared";
            case NOT_CLEARED -> "Not cleared";
            case NOT_ASKED -> "Not asked";
        };
    }
}
