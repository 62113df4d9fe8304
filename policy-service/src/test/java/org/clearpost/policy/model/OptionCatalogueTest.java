package org.clearpost.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionCatalogueTest {

    @Test
    void asksEveryQuestionOnceAndInOrderAndLeavesTheWordsForRolesToTheDirectory() {
        assertThat(OptionCatalogue.all())
                .extracting(definition -> definition.key().code())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 34)
                        .filter(number -> number != 31)
                        .mapToObj("OPT-%02d"::formatted)
                        .toList());
    }

    @Test
    void saysInWordsWhatIsAskedAndWhereTheAnswerIsUsed() {
        assertThat(OptionCatalogue.all()).allSatisfy(definition -> {
            assertThat(definition.question()).isNotBlank();
            assertThat(definition.whereItBites()).isNotBlank();
            assertThat(codes(definition.shape())).doesNotHaveDuplicates();
        });
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("OPT-08", "FORBID"),
                Arguments.of("OPT-08", "WITH_SENIOR_AGREEMENT"),
                Arguments.of("OPT-14", "FIRST_INITIAL"),
                Arguments.of("OPT-14", "FIRST_ONLY"),
                Arguments.of("OPT-14", "NONE"),
                Arguments.of("OPT-15", Map.of("selfConsentAllowed", true)),
                Arguments.of("OPT-15", Map.of("selfConsentAllowed", false)),
                Arguments.of("OPT-16", "EACH_IDENTIFIABLE"),
                Arguments.of("OPT-16", "EVENT_NOTICE_PLUS_OBJECTION"),
                Arguments.of("OPT-06", List.of()),
                Arguments.of("OPT-26", 1),
                Arguments.of("OPT-03", Map.of("pupils", "NEVER", "families", "NEVER")),
                Arguments.of("OPT-03", Map.of("pupils", "UNTIL_AGE", "families", "NEVER", "untilAge", 18)),
                Arguments.of("OPT-22", Map.of("monitored", false)),
                Arguments.of("OPT-33", "What you learned here\nstays here."));
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @MethodSource("accepted")
    @Tag("OPT-08")
    @Tag("OPT-14")
    @Tag("OPT-15")
    @Tag("OPT-16")
    void takesWhatIsOffered(String key, Object value) {
        assertThat(definition(key).accept(value)).isEqualTo(value);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("OPT-08", "ALLOW", "/value"),
                Arguments.of("OPT-14", "FULL", "/value"),
                Arguments.of("OPT-14", "first_initial", "/value"),
                Arguments.of("OPT-14", List.of("FIRST_ONLY"), "/value"),
                Arguments.of("OPT-15", true, "/value"),
                Arguments.of("OPT-15", Map.of(), "/value/selfConsentAllowed"),
                Arguments.of("OPT-15", Map.of("selfConsentAllowed", "true"), "/value/selfConsentAllowed"),
                Arguments.of(
                        "OPT-15",
                        Map.of("selfConsentAllowed", true, "selfConsentMinAge", 12),
                        "/value/selfConsentMinAge"),
                Arguments.of("OPT-16", "", "/value"),
                Arguments.of("OPT-15", Map.of("selfConsentAllowed", true, "KING/QUEEN", 1), "/value/KING~1QUEEN"),
                Arguments.of(
                        "OPT-02",
                        Map.of("rule", "NEVER", "relationExemption", "COUSINS", "mustReportRequests", true),
                        "/value/relationExemption"),
                Arguments.of("OPT-03", Map.of("pupils", "UNTIL_AGE", "families", "NEVER"), "/value/untilAge"),
                Arguments.of(
                        "OPT-03",
                        Map.of("pupils", "UNTIL_AGE", "families", "NEVER", "untilAge", 17),
                        "/value/untilAge"),
                Arguments.of(
                        "OPT-03", Map.of("pupils", "NEVER", "families", "NEVER", "untilAge", 18), "/value/untilAge"),
                Arguments.of("OPT-06", List.of("PIGEON"), "/value/0"),
                Arguments.of("OPT-06", List.of("OFFICIAL_EMAIL", "OFFICIAL_EMAIL"), "/value/1"),
                Arguments.of("OPT-19", List.of(), "/value"),
                Arguments.of("OPT-12", List.of(row("EVERY_OTHER"), row("EVERY_OTHER")), "/value/1/channel"),
                Arguments.of("OPT-22", Map.of("monitored", true, "lawfulBasis", "CONSENT"), "/value/noticeText"),
                Arguments.of("OPT-26", 0, "/value"),
                Arguments.of("OPT-26", 1.5, "/value"),
                Arguments.of("OPT-33", " ", "/value"),
                Arguments.of("OPT-33", "x".repeat(2001), "/value"),
                Arguments.of("OPT-33", "stays\u202ehere", "/value"),
                Arguments.of("OPT-33", "\u0007", "/value"));
    }

    @ParameterizedTest(name = "{0} does not take {1}")
    @MethodSource("refused")
    @Tag("OPT-14")
    @Tag("OPT-15")
    void namesTheFieldThatDoesNotFit(String key, @Nullable Object value, String pointer) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> definition(key).accept(value));

        assertThat(refused.problem()).isEqualTo(PolicyProblem.VALUE_NOT_ALLOWED);
        assertThat(refused.errors()).extracting(FieldError::pointer).contains(pointer);
    }

    @Test
    void putsChoicesWithoutAnOrderOfTheirOwnInOneOrder() {
        assertThat(definition("OPT-23").accept(List.of("ACCEPTABLE_USE", "SOCIAL_MEDIA")))
                .isEqualTo(List.of("SOCIAL_MEDIA", "ACCEPTABLE_USE"));
    }

    @Test
    void keepsTheOrderInWhichPeopleAreConsulted() {
        Map<String, Object> route = Map.of(
                "setUpBy",
                "AREA_OWNER",
                "approver",
                "LINE_MANAGER",
                "consultees",
                List.of("WEB_MANAGER", "HEAD_COMMS"));

        assertThat(definition("OPT-11").accept(route)).isEqualTo(route);
    }

    private static Map<String, Object> row(String channel) {
        return Map.of("channel", channel, "posts", "MANAGEMENT", "events", "SETTING_HEAD", "links", "SETTING_HEAD");
    }

    private static OptionDefinition definition(String code) {
        return OptionCatalogue.definition(OptionKey.find(code).orElseThrow());
    }

    private static List<String> codes(Shape shape) {
        return switch (shape) {
            case Shape.Choice choice ->
                choice.values().stream().map(AllowedValue::value).toList();
            case Shape.Several several ->
                several.values().stream().map(AllowedValue::value).toList();
            case Shape.Parts parts ->
                parts.parts().stream().map(Shape.Part::name).toList();
            case Shape.Rows rows -> codes(rows.row());
            case Shape.YesNo yesNo -> List.of();
            case Shape.WholeNumber number -> List.of();
            case Shape.Duration duration -> List.of();
            case Shape.Text text -> List.of();
        };
    }
}
