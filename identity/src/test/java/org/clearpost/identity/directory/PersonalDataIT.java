package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.directory.Groups.Group;
import org.clearpost.identity.seam.Directory;
import org.clearpost.identity.testing.Browser;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.kit.testing.Canary;
import org.clearpost.kit.testing.Overheard;
import org.clearpost.kit.testing.PersonalColumns;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mark in every name and address of the directory appears in no log, meter, trace, address or feed. */
@IdentityTest
@Import({Overheard.Set.class, PersonalDataIT.Addresses.class})
@TestPropertySource(
        properties = {"logging.level.org.clearpost=debug", "management.defaults.metrics.export.enabled=true"})
@Tag("SEC-07")
class PersonalDataIT {

    private static final String ADDRESS = "address";
    private static final String HEADER = "header";
    private static final String FEED = "feed";
    private static final String PASSWORD = "four unrelated words here";
    private static final Logger log = LoggerFactory.getLogger(PersonalDataIT.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Hears where every request went and what came back beside the body. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        Filter addresses(Overheard overheard) {
            return (request, response, chain) -> {
                HttpServletRequest asked = (HttpServletRequest) request;
                overheard.hear(ADDRESS, asked.getRequestURL() + "?" + asked.getQueryString());
                chain.doFilter(request, response);
                HttpServletResponse answer = (HttpServletResponse) response;
                answer.getHeaderNames().forEach(name -> overheard.hear(HEADER, name + ": " + answer.getHeaders(name)));
            };
        }
    }

    @Autowired
    TenantTransaction transaction;

    @Autowired
    Directory directory;

    @Autowired
    TestDatabase database;

    @Autowired
    Overheard overheard;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    private final PersonalColumns columns = PersonalColumns.read();
    private Group hillside;

    @BeforeEach
    void aGroup() {
        hillside = new Groups(transaction, directory, database, port).create();
        overheard.listen();
    }

    @AfterEach
    void listenNoMore() {
        overheard.stop();
    }

    @Test
    void everyColumnThatCanHoldWordsIsJudged() {
        assertThat(columns.unjudged(database)).isEmpty();
    }

    @Test
    void nothingPersonalIsSaidToAnybodyButTheCaller() {
        UUID person = aPersonIsEntered();
        aListIsTakenIn();
        theySignIn(person);
        requestsAreRefused();
        theRestIsHeard();

        columns.look(database);
        assertThat(columns.notFilled()).as("personal columns without the mark").isEmpty();
        assertThat(columns.misjudged())
                .as("the mark where nothing personal is kept")
                .isEmpty();
        for (String channel : List.of(Overheard.LOG, Overheard.METER, Overheard.TRACE, ADDRESS, HEADER, FEED)) {
            assertThat(overheard.heard(channel)).as(channel).isPositive();
        }
        assertThat(overheard.leaks()).isEmpty();
    }

    /** What was not seen to find finds nothing. */
    @Test
    void theSameFinderNoticesALeak() {
        log.warn("A person failed", new IllegalStateException(Canary.of("mara")));
        assertThat(overheard.leaks()).hasSize(1).allMatch(leak -> leak.startsWith(Overheard.LOG));
        hillside.asAdmin().get("/people?query=" + Canary.of("mara"));
        assertThat(overheard.leaks()).hasSize(2).last().asString().startsWith(ADDRESS);
    }

    private UUID aPersonIsEntered() {
        Map<String, String> mara = Map.of("name", Canary.of("mara"), "email", email("mara"), "personType", "EMPLOYEE");
        Http.Answer entered = answered(201, hillside.asAdmin().post("/people", mara, "Idempotency-Key", "mara"));
        answered(201, hillside.asAdmin().post("/people", mara, "Idempotency-Key", "mara"));
        answered(
                200,
                hillside.asAdmin()
                        .put(
                                "/people/" + entered.id(),
                                Map.of("name", Canary.of("reyes"), "email", email("mara"), "personType", "EMPLOYEE"),
                                "If-Match",
                                String.valueOf(entered.etag())));
        answered(201, hillside.give(entered.id(), "DSL", hillside.setting()));
        assertThat(answered(200, hillside.asAdmin().post("/people/search", Map.of("query", Canary.of("reyes"))))
                        .text())
                .contains(Canary.of("reyes"));
        Http.Answer page = answered(200, hillside.asAdmin().get("/people?limit=1"));
        answered(
                200,
                hillside.asAdmin()
                        .get("/people?limit=1&after=" + page.json().path("next").asString()));
        return entered.id();
    }

    private void aListIsTakenIn() {
        String list = "Name,E-mail,Post,Setting,Start,End\n"
                + "%s,%s,DSL,Hilltop Nursery,,\n".formatted(Canary.of("wren"), email("wren"))
                + "%s,%s,%s,Hilltop Nursery,,\n".formatted(Canary.of("bo"), email("bo"), Canary.of("wizard"));
        Http.Answer shown = answered(
                201,
                hillside.asAdmin()
                        .send("POST", "/imports?fileName=staff.csv", list, Map.of("Content-Type", "text/csv")));
        columns.look(database);
        answered(202, hillside.asAdmin().post("/imports/" + shown.id() + "/confirmation", null));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> database.ask("SELECT state FROM staff_import WHERE id = '" + shown.id() + "'")
                        .equals("DONE"));
        answered(200, hillside.asAdmin().get("/imports/" + shown.id()));
    }

    private void theySignIn(UUID person) {
        String code = answered(201, hillside.asAdmin().post("/people/" + person + "/password-code", null))
                .json()
                .path("code")
                .asString();
        Browser browser = new Browser(port);
        browser.fillIn(
                "/password", Map.of("email", email("mara"), "code", code, "password", PASSWORD, "again", PASSWORD));
        assertThat(signedIn(email("mara"), PASSWORD)).isEqualTo("/oauth2/authorization/clearpost");
        assertThat(signedIn(email("mara"), Canary.of("wrong"))).isEqualTo("/login?failed");
        assertThat(signedIn(email("nobody"), Canary.of("wrong"))).isEqualTo("/login?failed");
        browser.fillIn(
                "/password",
                Map.of("email", email("mara"), "code", Canary.of("code"), "password", "short", "again", "other"));
    }

    private String signedIn(String email, String password) {
        HttpResponse<String> answer = new Browser(port).fillIn("/login", Map.of("email", email, "password", password));
        return answer.headers().firstValue("Location").orElse("");
    }

    private void requestsAreRefused() {
        Http admin = hillside.asAdmin();
        for (Object body : List.of(
                Map.of("name", Canary.of("again"), "email", email("mara"), "personType", "EMPLOYEE"),
                Map.of("name", Canary.of("far"), "email", Canary.of("far") + "@elsewhere.example", "personType", "x"),
                Map.of(Canary.of("field"), Canary.of("value")),
                "{\"name\": {\"" + Canary.of("x") + "\": 1}}",
                Canary.of(" is no JSON"))) {
            assertThat(admin.post("/people", body).status()).isBetween(400, 499);
        }
        database.change("REVOKE INSERT ON audit_entry FROM " + database.name() + "_app");
        try {
            answered(
                    500,
                    admin.post(
                            "/people",
                            Map.of("name", Canary.of("lost"), "email", email("lost"), "personType", "EMPLOYEE")));
        } finally {
            database.change("GRANT INSERT ON audit_entry TO " + database.name() + "_app");
        }
        database.change("ALTER TABLE person ADD CONSTRAINT broken CHECK (name NOT LIKE '%broken') NOT VALID");
        try {
            answered(
                    500,
                    admin.post(
                            "/people",
                            Map.of("name", Canary.of("broken"), "email", email("broken"), "personType", "EMPLOYEE")));
        } finally {
            database.change("ALTER TABLE person DROP CONSTRAINT broken");
        }
    }

    private void theRestIsHeard() {
        overheard.hear(meters);
        String prometheus = new Browser(port).get("/actuator/prometheus").body();
        assertThat(prometheus).contains("http_server_requests");
        overheard.hear(Overheard.METER, prometheus);
        String reader = TestTokens.service("policy-service").token("identity");
        String after = "0-0";
        for (JsonNode page = feed(after, reader); !page.path("events").isEmpty(); page = feed(after, reader)) {
            page.path("events").forEach(event -> overheard.hear(FEED, event));
            after = page.path("next").asString();
        }
    }

    private JsonNode feed(String after, String token) {
        HttpResponse<String> answer =
                new Browser(port).with("Authorization", "Bearer " + token).get("/internal/feed?after=" + after);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** At a domain of the setting, as it is kept. */
    private String email(String name) {
        return (Canary.of(name) + hillside.id() + "@hilltop.example").toLowerCase(Locale.ROOT);
    }

    private static Http.Answer answered(int status, Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }
}
