package org.clearpost.media.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.AccountId;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.Clearance;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.SettingId;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.model.SubjectKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutingTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    @Tag("SEC-13")
    void noCellCanBeTakenForAFormula() {
        String table = OutingTable.of(outing(
                "@Oak Lane",
                List.of(
                        going("=Oak", "=HYPERLINK(\"http://evil.example\")", "+Kofi", Clearance.CLEARED),
                        going("=Oak", "-1", "\t=cmd", Clearance.NOT_ASKED))));
        assertThat(table)
                .isEqualTo(
                        """
                        \uFEFF"Class","Surname","First name","'@Oak Lane, 2026-12-01"
                        "'=Oak","'=HYPERLINK(""http://evil.example"")","'+Kofi","Cleared"
                        "'=Oak","'-1","'\t=cmd","Not asked"
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void groupsByClassAndCountsEach() {
        OutingView view = outing(
                "Oak Lane",
                List.of(
                        going("", "Lind", "Ana", Clearance.NOT_CLEARED),
                        going("=Oak", "Ansah", "Kofi", Clearance.CLEARED),
                        going("=Oak", "Berg", "Mia", Clearance.NOT_ASKED)));
        assertThat(view.counts()).isEqualTo(new OutingView.OutingCounts(1, 1, 1));
        assertThat(view.classes())
                .extracting(OutingView.OutingClass::name, OutingView.OutingClass::counts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, new OutingView.OutingCounts(0, 1, 0)),
                        org.assertj.core.groups.Tuple.tuple("=Oak", new OutingView.OutingCounts(1, 0, 1)),
                        org.assertj.core.groups.Tuple.tuple("Beech", new OutingView.OutingCounts(0, 0, 0)));
    }

    private static OutingView outing(String account, List<Going> people) {
        return OutingView.of(
                new AccountFacts(
                        new AccountId(new UUID(0, 1)),
                        new SettingId(new UUID(0, 2)),
                        Platform.FACEBOOK,
                        account,
                        AccountStatus.LIVE,
                        1),
                DAY,
                Instant.parse("2026-11-20T12:00:00Z"),
                List.of("Beech", "=Oak", ""),
                people);
    }

    private static Going going(String className, String surname, String first, Clearance clearance) {
        return new Going(
                new PersonFacts(
                        new SubjectId(new UUID(0, 3)), SubjectKind.CHILD, first, surname, null, 1, false, List.of()),
                className,
                clearance);
    }
}
