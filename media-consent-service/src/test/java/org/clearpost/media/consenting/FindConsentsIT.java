package org.clearpost.media.consenting;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ClearpostTest
@Tag("MED-16")
class FindConsentsIT {

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private Calls calls;
    private School school;
    private String mia;

    @BeforeEach
    void aSchoolWithAnswers() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        mia = school.child("Mia", "Thompson", "Ash");
        school.answers(mia, "Dana Thompson", "WEBSITE=YES", "PRINT=NO");
        school.answers(school.child("Zoë", "Lind", "Oak"), "Eva Lind", "WEBSITE=NO");
    }

    @Test
    void findsByChildAndClassAndWhereTheAnswerStands() {
        assertThat(sought(Map.of("query", "zoe"))).containsExactly("Zoë WEBSITE REFUSED");
        assertThat(sought(Map.of("query", "mia", "purpose", "PRINT"))).containsExactly("Mia PRINT REFUSED");
        assertThat(sought(Map.of("query", "mia", "className", "Oak"))).isEmpty();
        assertThat(sought(Map.of("query", "mia", "state", "REFUSED"))).containsExactly("Mia PRINT REFUSED");
        assertThat(found("className=Ash")).containsExactlyInAnyOrder("Mia WEBSITE ACTIVE", "Mia PRINT REFUSED");
        assertThat(found("state=REFUSED&purpose=WEBSITE")).containsExactly("Zoë WEBSITE REFUSED");
        assertThat(sought(Map.of("query", "nobody"))).isEmpty();
        assertThat(sought(Map.of())).isEqualTo(found(""));
        school.answers(mia, "Dana Thompson", "WEBSITE=NO");
        assertThat(found("className=Ash&history=true"))
                .containsExactlyInAnyOrder("Mia WEBSITE SUPERSEDED", "Mia WEBSITE REFUSED", "Mia PRINT REFUSED")
                .isEqualTo(sought(Map.of("query", "mia", "history", true)));
    }

    @Test
    void pagesWithoutAGapOrARepeat() {
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = list("limit=1" + (after.isEmpty() ? "" : "&after=" + after));
            page.path("items").forEach(item -> paged.add(line(item)));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(paged).isEqualTo(found(""));

        List<String> sought = new ArrayList<>();
        Map<String, Object> search = new HashMap<>(Map.of("query", "thompson", "limit", 1));
        do {
            JsonNode page = search(search);
            page.path("items").forEach(item -> sought.add(line(item)));
            search.put("after", page.path("next").asString(""));
        } while (!search.get("after").equals(""));
        assertThat(sought).isEqualTo(sought(Map.of("query", "thompson"))).hasSize(2);
    }

    @Test
    @Tag("SEC-03")
    void theFileHoldsWhatTheListShowsAndNothingASpreadsheetWouldCompute() {
        for (String trigger : List.of("=", "+", "-", "@")) {
            String child = school.child(trigger + "1+1", trigger + "cmd|' /C calc'!A0", trigger + "Elm");
            Map<String, Object> form = School.form(trigger + "HYPERLINK(1)", "YES", "DISPLAY=YES");
            form.put("keptAt", trigger + "A1");
            form.put("formVersion", trigger + "2");
            assertThat(calls.post("/api/media/subjects/" + child + "/consents", school.as("DSL"), form)
                            .status())
                    .isEqualTo(201);
        }
        // A tab is no name's first character here; an import may have brought one before names were trimmed.
        database.change(
                "UPDATE giver SET name = E'\\t=1+1' WHERE name = 'Eva Lind' AND group_id = '" + school.group + "'");

        Answer file = export(Map.of());
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        List<NamedCsvRecord> rows = rows(file.text());
        assertThat(rows.stream().map(row -> row.getField("Id")))
                .containsExactlyElementsOf(list("limit=200")
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("consent").path("id").asString())
                        .toList());
        for (NamedCsvRecord row : rows) {
            assertThat(row.getFields()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n].*"));
        }
        assertThat(file.text()).contains("\"'=1+1\"").contains("\"'\t=1+1\"");
        assertThat(database.ask(
                        "SELECT string_agg(subject_type, ';') FROM audit_entry WHERE action = 'consent.exported'"
                                + " AND group_id = '" + school.group + "'"))
                .isEqualTo("consents shown=7");
    }

    @Test
    void theFileIsNarrowedAsTheListIs() {
        Answer file = export(Map.of("className", "Oak", "query", "lind"));
        assertThat(rows(file.text())).singleElement().satisfies(row -> {
            assertThat(row.getField("First name")).isEqualTo("Zoë");
            assertThat(row.getField("Answer stands as")).isEqualTo("REFUSED");
            assertThat(row.getField("Form version")).isEqualTo("2026-1");
        });
        assertThat(database.ask(
                        "SELECT subject_type FROM audit_entry WHERE action = 'consent.exported' AND group_id = '"
                                + school.group + "'"))
                .isEqualTo("consents shown=1 by=query,className");
        assertThat(export(Map.of("limit", 1)).code()).as("a file has no pages").isEqualTo("kit.unknown-field");
        assertThat(export(Map.of("query", "mia\0")).status()).isEqualTo(422);
    }

    @Test
    @Tag("MED-13")
    void tellsWhatIsGoingToLapse() {
        LocalDate today = LocalDate.parse(School.today());
        Map<String, Object> soon = School.form("Dana Thompson", "YES", "DISPLAY=YES");
        soon.put("validUntil", today.plusDays(20).toString());
        Map<String, Object> later = School.form("Dana Thompson", "YES", "INTERNAL=YES");
        later.put("validUntil", today.plusDays(200).toString());
        for (Map<String, Object> form : List.of(soon, later)) {
            calls.post("/api/media/subjects/" + mia + "/consents", school.as("DSL"), form);
        }
        assertThat(lapses("")).containsExactly("Mia DISPLAY ACTIVE");
        assertThat(lapses("?until=" + today.plusDays(19))).isEmpty();
        assertThat(lapses("?until=" + today.plusDays(20))).hasSize(1);
        assertThat(lapses("?until=" + today.plusDays(200)))
                .containsExactly("Mia DISPLAY ACTIVE", "Mia INTERNAL ACTIVE");
        assertThat(calls.get(school.path("/lapses?until=2020-01-01"), school.as("DSL"))
                        .status())
                .isEqualTo(422);
        school.answers(mia, "Dana Thompson", "DISPLAY=YES");
        assertThat(lapses("")).as("renewed without an end").isEmpty();
    }

    private List<String> found(String query) {
        return list(query).path("items").valueStream().map(FindConsentsIT::line).toList();
    }

    private JsonNode list(String query) {
        Answer answer = calls.get(school.path("/consents?" + query), school.as("SETTING_HEAD"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private List<String> sought(Map<String, Object> search) {
        return search(search)
                .path("items")
                .valueStream()
                .map(FindConsentsIT::line)
                .toList();
    }

    private JsonNode search(Map<String, Object> search) {
        Answer answer = calls.post(school.path("/consents/search"), school.as("SETTING_HEAD"), search);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private Answer export(Map<String, Object> filter) {
        return calls.post(school.path("/consents/export"), school.as("DSL"), filter);
    }

    private List<String> lapses(String query) {
        return calls.get(school.path("/lapses" + query), school.as("SETTING_HEAD"))
                .body()
                .path("items")
                .valueStream()
                .map(FindConsentsIT::line)
                .toList();
    }

    private static String line(JsonNode item) {
        return item.path("firstName").asString() + " "
                + item.path("consent").path("purpose").asString() + " "
                + item.path("consent").path("state").asString();
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
    }
}
