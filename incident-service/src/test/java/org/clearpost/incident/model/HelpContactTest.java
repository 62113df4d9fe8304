package org.clearpost.incident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("UI-02")
class HelpContactTest {

    private static final Set<String> OURS = Set.of("meadow.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "029 2018 0456",
                "(029) 2018 0456",
                "07700 900123",
                "+44 7700 900123",
                "+44 (0)29 2018 0456",
                "01632 960 012",
                "016977 2000",
                "0300 123 4567 ext 12",
                "08081570192"
            })
    void takesNumbersThatCanBeDialled(String phone) {
        assertThat(contact("Ms Okafor", phone, null).phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999",
                "0909 879 0123",
                "12345",
                "+1 212 555 0100",
                "029 2018 04567 8",
                "call me",
                "0292018045a",
                "<b>029 2018 0456</b>"
            })
    void refusesOthers(String phone) {
        assertThat(faults("Ms Okafor", phone, null)).containsExactly("/phone");
    }

    @Test
    void takesAddressesOfTheSettingOnly() {
        assertThat(contact("Ms Okafor", null, "Safe.Guarding@Meadow.EXAMPLE").email())
                .isEqualTo("Safe.Guarding@meadow.example");
        assertThat(faults("Ms Okafor", null, "ada@mail.example")).containsExactly("/email");
        assertThat(faults("Ms Okafor", null, "ada@sub.meadow.example")).containsExactly("/email");
        assertThat(faults("Ms Okafor", null, "ada@meadow.example.evil.example")).containsExactly("/email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@meadow.example",
                "ada@",
                "a da@meadow.example",
                "ada@meadow.example>",
                ".a@meadow.example"
            })
    void refusesWhatIsNoAddress(String email) {
        assertThat(faults("Ms Okafor", "029 2018 0456", email)).containsExactly("/email");
    }

    @ParameterizedTest
    @CsvSource(value = {"'',029 2018 0456,,/shownAs", "Ms Okafor,,,/phone", "Ms Okafor,' ','',/phone"})
    void needsWordsAndAWayToReachThem(String shownAs, @Nullable String phone, @Nullable String email, String pointer) {
        assertThat(faults(shownAs, phone, email)).containsExactly(pointer);
    }

    @Test
    void keepsTheWordsShort() {
        assertThat(contact("x".repeat(80), "029 2018 0456", null).shownAs()).hasSize(80);
        assertThat(faults("x".repeat(81), "029 2018 0456", null)).containsExactly("/shownAs");
        assertThat(faults("Ms\u202eOkafor", "029 2018 0456", null)).containsExactly("/shownAs");
    }

    @Test
    void saysWhatIsMissingWhereTheSettingHasNoAddressOfItsOwn() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> HelpContact.of(HelpPost.DSL, "Ms Okafor", null, "ada@meadow.example", Set.of()));

        assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("no e-mail domain yet"));
    }

    private static HelpContact contact(@Nullable String shownAs, @Nullable String phone, @Nullable String email) {
        return HelpContact.of(HelpPost.DSL, shownAs, phone, email, OURS);
    }

    private static List<String> faults(@Nullable String shownAs, @Nullable String phone, @Nullable String email) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> contact(shownAs, phone, email));
        return refused.errors().stream().map(FieldError::pointer).toList();
    }
}
