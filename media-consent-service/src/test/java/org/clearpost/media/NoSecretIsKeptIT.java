package org.clearpost.media;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.model.SecretInText;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a password into every text the service takes, as its own description lists them: a field added tomorrow is
 * tried tomorrow. What is no free text stands below with the reason.
 */
@ClearpostTest
@Tag("SEC-09")
class NoSecretIsKeptIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SECRET = "Instagram password: Sunny7day";
    private static final String IN_ADDRESS = "https://website.example/?password=Sunny7day";

    /** What the gateway says of somebody who has not signed in. */
    private static final String VISITOR =
            "Bearer " + TestTokens.service("gateway").scope("visitors").token("media-consent-service");

    private static final String A_KEY = "the key of a link: kept as a hash, compared, never shown";
    private static final String A_PLACE = "a place in a list, which is read as ids or refused";
    private static final String A_QUESTION = "read as a question of POST /api/media/decisions, or compared and dropped";

    /** Texts of a fixed form, by endpoint and pointer; a star stands for all under an endpoint. */
    private static final Map<String, String> NOT_FREE = Map.ofEntries(
            entry("POST /api/family/links /key", A_KEY),
            entry("POST /api/family/session /key", A_KEY),
            entry("POST /api/media/access/v1/evaluation *", A_QUESTION),
            entry("POST /api/media/access/v1/evaluations *", A_QUESTION),
            entry(
                    "POST /api/media/decisions /reasons/0/rule",
                    "one of the rules that ask for a reason; others refused"),
            entry("POST /api/media/decisions/{decision}/posted /checkedOutside/0", "an id of a rule; others dropped"),
            entry("POST /api/media/settings/{setting}/consents/search /after", A_PLACE),
            entry("POST /api/media/settings/{setting}/subjects/search /after", A_PLACE),
            entry(
                    "POST /api/media/settings/{setting}/rehearsals /options/*",
                    "values of options; nothing of it is kept"));

    /** The keys to use where an object has any. */
    private static final Map<String, String> KEYS = Map.of("/wording", "EN", "/wording/EN/questions", "TAKING");

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private final Map<String, String> ids = new HashMap<>();
    private Calls calls;
    private School school;

    /** A text that the service takes. */
    private record Place(String endpoint, String pointer) {

        boolean isFree() {
            return !NOT_FREE.containsKey(this.toString()) && !NOT_FREE.containsKey(endpoint + " *");
        }

        @Override
        public String toString() {
            return endpoint + " " + pointer;
        }
    }

    @BeforeEach
    void everythingOnce() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        String website = school.account("WEBSITE", "LIVE");
        String child = school.child("Mia", "Thompson", "Ash");
        school.answers(child, "Dana Thompson", "WEBSITE=NO");
        String decision = school.ask(website, child).id();
        Answer out = calls.post(
                "/api/media/decisions/" + decision + "/already-out",
                school.as("CONTRIBUTOR"),
                Map.of("address", "https://website.example/1"));
        assertThat(out.status()).as(out.text()).isEqualTo(201);
        ids.put("setting", school.setting.toString());
        ids.put("subject", child);
        ids.put("account", website);
        ids.put("decision", decision);
        ids.put("giver", database.ask("SELECT id FROM giver WHERE setting_id = '" + school.setting + "'"));
        ids.put("item", out.id());
        ids.put("takedown", out.body().path("openTakedown").asString());
        ids.put("restriction", child);
        ids.put(
                "id",
                calls.upload(
                                school.path("/imports?fileName=roster.csv"),
                                school.as("SETTING_HEAD"),
                                "Forename,Surname,Reg\nKai,Moss,Oak\n".getBytes(StandardCharsets.UTF_8))
                        .id());
    }

    @Test
    void aPasswordIsRefusedInEveryTextThatSomebodyTypes() throws Exception {
        String session = family();
        List<String> kept = new ArrayList<>();
        Set<Place> places = places();
        for (Place place : places) {
            if (!place.isFree()) {
                continue;
            }
            HttpResponse<String> answer = sent(place, session);
            JsonNode errors = JSON.readTree(answer.body()).path("errors");
            boolean refused = (answer.statusCode() == 422 || answer.statusCode() == 400)
                    && errors.valueStream()
                            .anyMatch(error -> error.path("pointer")
                                            .asString()
                                            .equals(place.pointer().replace("?", "/"))
                                    && error.path("message").asString().equals(SecretInText.REFUSAL));
            if (!refused) {
                kept.add(place + " -> " + answer.statusCode() + " " + answer.body());
            }
        }
        assertThat(kept).isEmpty();
        assertThat(places.stream().filter(Place::isFree)).hasSizeGreaterThan(35);
        assertThat(database.ask(
                        "SELECT count(*) FROM audit_entry WHERE row_to_json(audit_entry)::text LIKE '%Sunny7day%'"))
                .isEqualTo("0");
    }

    @Test
    void everyExceptionIsOfATextThereIs() throws Exception {
        Set<String> known = new HashSet<>();
        for (Place place : places()) {
            known.add(place.toString());
            known.add(place.endpoint() + " *");
        }
        assertThat(known).containsAll(NOT_FREE.keySet());
    }

    @Test
    void aRowOfAFileWithAPasswordIsRejectedAndNotShown() {
        String file = "Forename,Surname,Reg,Notes\nKai,Moss,Oak,fine\nMia,Reed,pwd: Sunny7day,pin 4711\n";
        Answer uploaded = calls.upload(
                school.path("/imports?fileName=roster.csv"),
                school.as("SETTING_HEAD"),
                file.getBytes(StandardCharsets.UTF_8));
        Answer mapped = calls.put(
                "/api/media/imports/" + uploaded.id() + "/mapping",
                school.as("SETTING_HEAD"),
                null,
                uploaded.body().path("mapping").toString());
        assertThat(mapped.status()).as(mapped.text()).isEqualTo(200);
        assertThat(mapped.body()
                        .path("preview")
                        .path("findings")
                        .get(0)
                        .path("message")
                        .asString())
                .isEqualTo("Row 3, Reg: " + SecretInText.IN_A_CELL);
        assertThat(uploaded.text() + mapped.text()).doesNotContain("Sunny7day", "4711");
    }

    private HttpResponse<String> sent(Place place, String session) throws IOException, InterruptedException {
        String method = place.endpoint().substring(0, place.endpoint().indexOf(' '));
        String path = place.endpoint().substring(method.length() + 1);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        boolean inQuery = place.pointer().startsWith("?");
        if (inQuery) {
            path += place.pointer() + "=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", inQuery ? "application/octet-stream" : "application/json")
                .header("If-Match", "\"1\"")
                .method(method, HttpRequest.BodyPublishers.ofString(inQuery ? "Forename\nKai\n" : body(place)));
        if (path.startsWith("/api/family")) {
            request.header("Authorization", VISITOR).header("Cookie", session);
        } else {
            String role = path.contains("/hold") || path.contains("/restrictions") || path.contains("/ability")
                    ? "DSL"
                    : path.contains("/decisions") || path.contains("/takedowns") ? "CONTRIBUTOR" : "SETTING_HEAD";
            request.header("Authorization", "Bearer " + school.as(role).token("media-consent-service"));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A body with nothing in it but the password where it is meant to go, and what is looked at before anything else. */
    private String body(Place place) {
        ObjectNode body = JSON.createObjectNode();
        if (place.endpoint().endsWith("/consents")) {
            body.putObject("giver").put("type", "PARENT").put("responsibility", "YES");
        }
        if (place.endpoint().endsWith("/answers")) {
            body.putArray("answers");
        }
        put(
                body,
                place.pointer().substring(1).split("/"),
                0,
                place.pointer().endsWith("/address") ? IN_ADDRESS : SECRET);
        return body.toString();
    }

    private static void put(ObjectNode at, String[] path, int part, String text) {
        if (part == path.length - 1) {
            at.put(path[part], text);
        } else if (!path[part + 1].equals("0")) {
            JsonNode known = at.get(path[part]);
            put(known instanceof ObjectNode object ? object : at.putObject(path[part]), path, part + 1, text);
        } else {
            ArrayNode list = at.putArray(path[part]);
            if (part + 2 == path.length) {
                list.add(text);
            } else {
                put(list.addObject(), path, part + 2, text);
            }
        }
    }

    /** Somebody of a family, let in on a tablet. */
    private String family() throws IOException, InterruptedException {
        Answer entry = calls.post(
                school.path("/families/" + ids.get("giver") + "/entry"),
                school.as("SETTING_HEAD"),
                Map.of("confirmed", "PHOTO_ID"));
        assertThat(entry.status()).as(entry.text()).isEqualTo(201);
        String link = entry.body().path("link").asString();
        HttpRequest.Builder open = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/family/session"))
                .header("Content-Type", "application/json")
                .header("Authorization", VISITOR)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"key\": \"%s\"}".formatted(link.substring(link.indexOf("#e=") + 3))));
        HttpResponse<String> opened = HTTP.send(open.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        return opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private Set<Place> places() throws IOException, InterruptedException {
        JsonNode api = JSON.readTree(HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        Set<Place> found = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        api.path("paths").propertyStream().forEach(path -> path.getValue()
                .propertyStream()
                .filter(operation -> !operation.getKey().equals("get"))
                .forEach(operation -> {
                    String endpoint = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                    operation
                            .getValue()
                            .path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.path("in").asString().equals("query"))
                            .filter(parameter -> isText(parameter.path("schema")))
                            .forEach(parameter -> found.add(new Place(
                                    endpoint, "?" + parameter.path("name").asString())));
                    JsonNode schema = operation
                            .getValue()
                            .path("requestBody")
                            .path("content")
                            .path("application/json")
                            .path("schema");
                    if (schema.isObject()) {
                        walk(api, schema, endpoint, "", found);
                    }
                }));
        return found;
    }

    private static void walk(JsonNode api, JsonNode given, String endpoint, String pointer, Set<Place> found) {
        String name = given.path("$ref").asString("");
        JsonNode schema = name.isEmpty()
                ? given
                : api.path("components").path("schemas").path(name.substring(name.lastIndexOf('/') + 1));
        if (schema.path("type").isMissingNode() && schema.path("properties").isMissingNode()) {
            found.add(new Place(endpoint, pointer + "/*"));
        }
        if (isText(schema)) {
            found.add(new Place(endpoint, pointer));
        }
        schema.path("properties")
                .propertyStream()
                .forEach(
                        property -> walk(api, property.getValue(), endpoint, pointer + "/" + property.getKey(), found));
        if (schema.path("items").isObject()) {
            walk(api, schema.path("items"), endpoint, pointer + "/0", found);
        }
        if (schema.path("additionalProperties").isObject()) {
            String key = KEYS.getOrDefault(pointer, "*");
            walk(api, schema.path("additionalProperties"), endpoint, pointer + "/" + key, found);
        }
    }

    private static boolean isText(JsonNode schema) {
        return schema.path("type").asString("").equals("string")
                && schema.path("enum").isMissingNode()
                && schema.path("format").isMissingNode();
    }
}
