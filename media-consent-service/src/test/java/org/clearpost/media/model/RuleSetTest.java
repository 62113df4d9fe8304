package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MED-09")
class RuleSetTest {

    /** What the rules that are applied in full say they look at. */
    private static final String TITLES =
            """
            PST-01 The account is official and live
            PST-05 Everybody who can be recognised is cleared for this use
            PST-06 Names are shown no further than allowed
            MED-21 Everybody in the picture is accounted for
            GW-03 Everything this answer depends on could be asked
            MED-17 Colleagues in it agree, and may have it removed
            MED-08 Children in the picture agree to it themselves
            MED-18 Whoever it tells of was asked, also those who have left
            IMG-02 The picture was taken on an allowed device
            IMG-08 The picture tells nothing but what it shows
            PST-07 Children are suitably dressed
            PST-08 The safeguarding policy has been followed
            PST-12 People at the event expected pictures, and this is the right place
            PST-13 Nothing confidential or personal is in it
            PST-14 It is positive and politely worded
            PST-15 It is neutral, factual and right
            PST-16 It asks nobody for personal details in public
            PST-18 Picture, names, place and date together give nobody away
            PST-19 The questions to ask oneself before posting are answered
            PST-30 Neither the picture nor the words tell where somebody is just now
            """;

    @Test
    void everyRuleSaysWhatItLooksAt() {
        assertThat(titles(RuleSet.CURRENT)).isEqualTo(TITLES);
    }

    @Test
    void whatWasAppliedInFullFromTheStartSaysTheSame() {
        String first = TITLES.lines().limit(5).collect(Collectors.joining("\n", "", "\n"));
        for (String version : List.of("2026-11-1", "2026-11-2", "2026-11-3")) {
            assertThat(titles(RuleSet.find(version).orElseThrow())).isEqualTo(first);
        }
    }

    private static String titles(RuleSet rules) {
        return rules.rules().stream()
                .filter(rule -> !(rule instanceof RuleNotBuilt))
                .map(rule -> rule.id() + " " + rule.title() + "\n")
                .collect(Collectors.joining());
    }
}
