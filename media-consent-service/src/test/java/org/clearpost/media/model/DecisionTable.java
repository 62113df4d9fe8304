package org.clearpost.media.model;

import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.CHOSEN;
import static org.clearpost.media.model.Fixtures.CLEANED;
import static org.clearpost.media.model.Fixtures.FACEBOOK;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.SUSPENDED;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.social;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A picture of one child with a caption at an event, in which each rule is brought to pass, or to one of the other things
 * it can find, without touching the others. A row names the rules that do not pass.
 */
final class DecisionTable {

    /** What a rule can find beside PASS, in the order in which the rows take their turns. */
    enum Column {
        ACCOUNT("PST-01", Result.FAIL),
        PEOPLE("PST-05", Result.FAIL),
        NAMES("PST-06", Result.ASK, Result.FAIL),
        EVERYBODY("MED-21", Result.ASK, Result.FAIL),
        AGREE("MED-08", Result.ASK),
        ASKED("MED-18", Result.ASK),
        DEVICE("IMG-02", Result.ASK, Result.FAIL),
        PICTURE("IMG-08", Result.ASK),
        CLOTHING("PST-07", Result.ASK),
        SAFEGUARDING("PST-08", Result.ASK),
        MEDIUM("PST-12", Result.ASK),
        PERSONAL("PST-13", Result.ASK, Result.FAIL),
        LIGHT("PST-14", Result.ASK, Result.WARN, Result.FAIL),
        NEUTRAL("PST-15", Result.ASK),
        DETAILS("PST-16", Result.ASK),
        JIGSAW("PST-18", Result.ASK),
        SELF_CHECK("PST-19", Result.ASK, Result.WARN),
        LIVE("PST-30", Result.WARN),
        SOURCES("GW-03", Result.NOT_CHECKED);

        final String rule;
        final List<Result> otherwise;

        Column(String rule, Result... otherwise) {
            this.rule = rule;
            this.otherwise = List.of(otherwise);
        }
    }

    static final int ROWS = 1 << Column.values().length;

    private static final Map<SubjectId, PersonFacts> CLEARED = Map.of(MIA, mia(social(ACTIVE)));
    private static final Map<SubjectId, PersonFacts> NOT_CLEARED = Map.of(MIA, mia(social(REFUSED)));

    private DecisionTable() {}

    /** Each column that is not to pass has a bit; what it finds instead takes turns. */
    static Map<Column, Result> row(int bits) {
        Map<Column, Result> row = new EnumMap<>(Column.class);
        int turn = bits * 31 ^ (bits >>> 7);
        for (Column column : Column.values()) {
            if ((bits & (1 << column.ordinal())) != 0) {
                row.put(column, column.otherwise.get(Math.floorMod(turn + column.ordinal(), column.otherwise.size())));
            }
        }
        return row;
    }

    static Facts facts(Map<Column, Result> row) {
        return new Facts(
                row.containsKey(Column.ACCOUNT) ? SUSPENDED : FACEBOOK,
                true,
                List.of(),
                row.containsKey(Column.PEOPLE) ? NOT_CLEARED : CLEARED,
                CHOSEN,
                row.containsKey(Column.SOURCES) ? Set.of(Source.DIRECTORY) : Set.of(),
                Wording.NOT_CHOSEN,
                row.containsKey(Column.PICTURE) ? null : CLEANED);
    }

    static Question question(Map<Column, Result> row) {
        List<String> caption = new ArrayList<>(List.of("Our winter fair."));
        Fixtures.Ask ask =
                about(MIA).event(LocalDate.of(2026, 12, 5), "Winter fair").allSaid();
        row.forEach((column, found) -> {
            switch (column) {
                case NAMES -> {
                    if (found == Result.FAIL) {
                        ask.naming(MIA, NameForm.FULL);
                    } else {
                        ask.without(Confirmation.NAMES_CHECKED);
                    }
                }
                case EVERYBODY -> {
                    if (found == Result.FAIL) {
                        ask.headcount(2);
                    } else {
                        ask.headcount(null);
                    }
                }
                case AGREE -> ask.without(Confirmation.SUBJECTS_AGREE);
                case ASKED -> ask.without(Confirmation.COLLEAGUES_ASKED);
                case DEVICE -> ask.device(found == Result.FAIL ? Device.PERSONAL : null);
                case CLOTHING -> ask.without(Confirmation.CLOTHING_SUITABLE);
                case SAFEGUARDING -> ask.without(Confirmation.SAFEGUARDING_POLICY);
                case MEDIUM -> ask.without(Confirmation.RIGHT_MEDIUM);
                case PERSONAL -> {
                    if (found == Result.FAIL) {
                        caption.add("Ring 07700 900123.");
                    } else {
                        ask.without(Confirmation.NO_PERSONAL_DATA);
                    }
                }
                case LIGHT -> {
                    switch (found) {
                        case FAIL -> caption.add("What shit.");
                        case WARN -> caption.add("What a hell.");
                        default -> ask.without(Confirmation.POSITIVE_LIGHT);
                    }
                }
                case NEUTRAL -> ask.without(Confirmation.NEUTRAL);
                case DETAILS -> ask.without(Confirmation.NO_PERSONAL_DETAILS_ASKED);
                case JIGSAW -> ask.without(Confirmation.NO_JIGSAW);
                case SELF_CHECK ->
                    ask.answering(
                            found == Result.WARN
                                    ? new SelfCheck(true, true, true, true, true)
                                    : SelfCheck.NOT_ANSWERED);
                case LIVE -> caption.add("We are now at the hall.");
                case ACCOUNT, PEOPLE, PICTURE, SOURCES -> {
                    // These are facts.
                }
            }
        });
        return ask.caption(String.join(" ", caption)).question();
    }
}
