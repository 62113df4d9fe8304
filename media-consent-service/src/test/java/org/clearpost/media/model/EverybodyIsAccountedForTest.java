package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.Fixtures.CHOSEN;
import static org.clearpost.media.model.Fixtures.KOFI;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.actions;
import static org.clearpost.media.model.Fixtures.allSaid;
import static org.clearpost.media.model.Fixtures.kofi;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.rule;
import static org.clearpost.media.model.Fixtures.social;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people listed, and every way of counting, of the setting's rule for crowds, and of what is said of the event. */
@Tag("MED-21")
@Tag("OPT-16")
class EverybodyIsAccountedForTest {

    private static final String BY_NOTICE = "EVENT_NOTICE_PLUS_OBJECTION";
    private static final Set<Confirmation> OF_THE_EVENT =
            EnumSet.of(Confirmation.EVENT_NOTICE_GIVEN, Confirmation.NOBODY_OBJECTED);

    private enum Event {
        NOT_SAID,
        DATE_SAID,
        NAME_SAID
    }

    private record Row(
            @Nullable String option,
            @Nullable Integer headcount,
            boolean unlisted,
            Event event,
            Set<Confirmation> ticked,
            boolean silent) {

        boolean somebodyIsNotListed() {
            return headcount != null && headcount >= 2 && (headcount > 2 || unlisted);
        }

        Result expected() {
            if (headcount == null || headcount < 2) {
                return Result.ASK;
            }
            if (!somebodyIsNotListed()) {
                return Result.PASS;
            }
            if (silent) {
                return Result.NOT_CHECKED;
            }
            if (option == null) {
                return Result.ASK;
            }
            if (!option.equals(BY_NOTICE)) {
                return Result.FAIL;
            }
            return event != Event.NOT_SAID && ticked.equals(OF_THE_EVENT) ? Result.PASS : Result.ASK;
        }

        Decision decidedBy(RuleSet rules) {
            Map<String, String> options = new HashMap<>(CHOSEN.values());
            options.remove(Options.CROWDS);
            if (option != null) {
                options.put(Options.CROWDS, option);
            }
            Facts facts = allSaid(mia(social(ACTIVE)), kofi(social(ACTIVE)));
            Facts known = new Facts(
                    facts.account(),
                    true,
                    List.of(),
                    facts.people(),
                    new Options(1, options),
                    silent ? Set.of(Source.OPTIONS) : Set.of(),
                    facts.wording(),
                    facts.picture());
            Fixtures.Ask ask = about(MIA, KOFI)
                    .allSaid()
                    .without(OF_THE_EVENT.toArray(Confirmation[]::new))
                    .ticking(ticked.toArray(Confirmation[]::new))
                    .headcount(headcount)
                    .unlisted(unlisted)
                    .event(
                            event == Event.DATE_SAID ? LocalDate.of(2026, 12, 5) : null,
                            event == Event.NAME_SAID ? "Winter fair" : null);
            return MayWePost.decide(ask.question(), known, rules);
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String option : Arrays.asList(null, "EACH_IDENTIFIABLE", BY_NOTICE)) {
            for (Integer headcount : Arrays.asList(null, 1, 2, 3)) {
                for (Event event : Event.values()) {
                    for (int bits = 0; bits < 16; bits++) {
                        Set<Confirmation> ticked = EnumSet.noneOf(Confirmation.class);
                        if ((bits & 1) != 0) {
                            ticked.add(Confirmation.EVENT_NOTICE_GIVEN);
                        }
                        if ((bits & 2) != 0) {
                            ticked.add(Confirmation.NOBODY_OBJECTED);
                        }
                        rows.add(new Row(option, headcount, (bits & 4) != 0, event, ticked, (bits & 8) != 0));
                    }
                }
            }
        }
        return rows;
    }

    @Test
    void eachRowFindsWhatTheSettingsRuleSays() {
        for (Row row : rows()) {
            Decision decision = row.decidedBy(Fixtures.EVERY_BUILT);
            RuleEntry found = rule(decision, "MED-21");
            assertThat(found.result()).as("%s", row).isEqualTo(row.expected());
            boolean goesByTheOption = row.somebodyIsNotListed() && !row.silent() && row.option() != null;
            assertThat(found.because())
                    .as("%s", row)
                    .isEqualTo(goesByTheOption ? new Because("OPT-16", String.valueOf(row.option())) : null);
        }
    }

    @Test
    void whatIsMissingIsAskedForOnePointAtATime() {
        for (Row row : rows()) {
            boolean byNotice = row.somebodyIsNotListed() && !row.silent() && BY_NOTICE.equals(row.option());
            List<String> asked = row.decidedBy(Fixtures.EVERY_BUILT).remedies().stream()
                    .map(Remedy::sentence)
                    .filter(sentence -> sentence.contains("which event it was")
                            || sentence.contains("was told that pictures")
                            || sentence.contains("has objected"))
                    .toList();
            int missing = row.event() == Event.NOT_SAID ? 1 : 2 - row.ticked().size();
            assertThat(asked).as("%s", row).hasSize(byNotice ? missing : 0);
        }
    }

    /** What is said of the event never clears anybody: a listed person who is not cleared stays so. */
    @Test
    void noticeTakesNoListedPersonIn() {
        Facts facts = Fixtures.choosing(
                allSaid(mia(social(ConsentState.REFUSED)), kofi(social(ACTIVE))),
                Fixtures.options(Options.NAME_FORMAT, "NONE", Options.CROWDS, BY_NOTICE));
        Decision decision = about(MIA, KOFI)
                .allSaid()
                .headcount(9)
                .unlisted(true)
                .event(LocalDate.of(2026, 12, 5), "Winter fair")
                .decidedByAll(facts);
        assertThat(rule(decision, "MED-21").result()).isEqualTo(Result.PASS);
        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void theRulesBeforeCouldNotBeAnswered() {
        RuleSet before = RuleSet.find("2026-11-4").orElseThrow();
        for (Row row : rows()) {
            Result then = rule(row.decidedBy(before), "MED-21").result();
            if (row.somebodyIsNotListed() && !row.silent() && BY_NOTICE.equals(row.option())) {
                assertThat(then).as("%s", row).isEqualTo(Result.ASK);
                assertThat(actions(row.decidedBy(before))).contains("CONFIRM_EVENT_NOTICE");
            } else {
                assertThat(then).as("%s", row).isEqualTo(row.expected());
            }
        }
        assertThat(rows()).hasSize(576);
    }
}
