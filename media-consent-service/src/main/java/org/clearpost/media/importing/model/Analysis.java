package org.clearpost.media.importing.model;

import java.util.List;

/** What came of reading a file by a mapping: a plan, or a question only a person can answer first. */
public sealed interface Analysis {

    /**
     * A plan.
     *
     * @param datesDisagree whether some date can only be read in the other order than the mapping says
     */
    record Planned(ImportPlan plan, boolean datesDisagree) implements Analysis {}

    /**
     * What has to be said first.
     *
     * @param options what may be answered; DATE_ORDER is answered in the mapping's date order, SCHOOL in its school
     */
    record Asked(Question question, String sentence, List<String> options) implements Analysis {}

    enum Question {
        DATE_ORDER,
        SCHOOL
    }
}
