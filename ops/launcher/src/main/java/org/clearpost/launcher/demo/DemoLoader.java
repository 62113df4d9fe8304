package org.clearpost.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.data.Secrets;
import org.clearpost.launcher.demo.DemoPeople.Client;
import org.clearpost.launcher.demo.DemoPeople.Login;
import org.clearpost.launcher.http.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * Creates the fictional group the way a real one comes to be: set-up, staff list, passwords, options, then each head
 * with their roster, accounts and consents, and the safeguarding leads with their holds.
 *
 * <p>Everything goes through the entrance, as the person who would do it, and is refused where theirs would be. It is
 * all or nothing: what was interrupted is thrown away and begun again by the next start.
 */
public final class DemoLoader {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SETTINGS = "/api/directory/settings";
    private static final String PEOPLE = "/api/directory/people";

    private final DataDirectory data;
    private final String entrance;
    private final String setupCode;
    private final Consumer<String> progress;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private final Names names = new Names();
    private final DemoStaff staff = new DemoStaff();
    private final Map<DemoSetting, String> settings = new EnumMap<>(DemoSetting.class);
    private final Map<String, String> idOf = new HashMap<>();
    private final Map<String, String> passwords = new LinkedHashMap<>();

    public DemoLoader(DataDirectory data, String entrance, String setupCode, Consumer<String> progress) {
        this.data = data;
        this.entrance = entrance;
        this.setupCode = setupCode;
        this.progress = progress;
    }

    /** Whether the directory holds a demo that was begun and never finished. */
    public static boolean wasInterrupted(DataDirectory data) {
        return DemoPeople.in(data).map(people -> !people.complete()).orElse(false);
    }

    public static boolean isLoaded(DataDirectory data) {
        return DemoPeople.in(data).map(DemoPeople::complete).orElse(false);
    }

    public void load() {
        DemoPeople.begun().write(data);
        var admin = setUp();
        openSettings(admin);
        takeInStaff(admin);
        givePasswords(admin);
        chooseOptions(admin);
        var children = 0;
        for (var setting : DemoSetting.values()) {
            children += equip(setting);
        }
        placeHolds();
        var client = makeClient(admin);
        remember(client);
        progress.accept("  demo %d children in %d settings, %d people"
                .formatted(children, settings.size(), staff.people().size() + 1));
    }

    private Visitor setUp() {
        var first = DemoSetting.SCHOOL;
        var password = newPassword(DemoStaff.ADMIN.email());
        var answer = visitor()
                .post(
                        "/api/directory/setup",
                        Map.of(
                                "code",
                                setupCode,
                                "group",
                                Map.of("name", DemoSetting.GROUP),
                                "setting",
                                Map.of(
                                        "officialName", first.officialName(),
                                        "type", first.type(),
                                        "nation", first.nation(),
                                        "emailDomains", first.emailDomains()),
                                "admin",
                                Map.of(
                                        "name", DemoStaff.ADMIN.name(),
                                        "email", DemoStaff.ADMIN.email(),
                                        "password", password)));
        settings.put(first, answer.path("settingId").asString());
        return visitor().signIn(DemoStaff.ADMIN.email(), password);
    }

    private void openSettings(Visitor admin) {
        for (var setting : DemoSetting.values()) {
            var body = Map.of(
                    "officialName", setting.officialName(),
                    "type", setting.type(),
                    "nation", setting.nation(),
                    "emailDomains", setting.emailDomains(),
                    "labels", setting.labels());
            var known = settings.get(setting);
            if (known == null) {
                settings.put(setting, admin.post(SETTINGS, body).path("id").asString());
            } else {
                admin.putAfterReading(SETTINGS + "/" + known, SETTINGS + "/" + known, body);
            }
        }
    }

    private void takeInStaff(Visitor admin) {
        var csv = new StringBuilder("Name,E-mail,Post,Setting,Start\r\n");
        var start = today.minusMonths(14);
        for (var post : staff.posts()) {
            csv.append("%s,%s,%s,%s,%s\r\n"
                    .formatted(
                            post.person().name(),
                            post.person().email(),
                            post.role(),
                            post.setting().officialName(),
                            start));
        }
        var sent = admin.postBytes(
                "/api/directory/imports?fileName=staff.csv",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                "text/csv");
        requireCleanPreview("the staff list", sent);
        var sentTo = "/api/directory/imports/" + sent.path("id").asString();
        admin.post(sentTo + "/confirmation", Map.of());
        awaitDone("the staff list", admin, sentTo);
        readPeople(admin);
        for (var person : staff.people()) {
            if (person.type() != null) {
                var address = PEOPLE + "/" + idOf(person.email());
                admin.putAfterReading(
                        address,
                        address,
                        Map.of("name", person.name(), "email", person.email(), "personType", person.type()));
            }
        }
        for (var setting : DemoSetting.values()) {
            var head = staff.holding("SETTING_HEAD", setting);
            for (var contributor : staff.contributorsOf(setting)) {
                var address = PEOPLE + "/" + idOf(contributor.email());
                admin.putAfterReading(address, address + "/line-manager", Map.of("managerId", idOf(head.email())));
            }
        }
        progress.accept("  demo %s: %d posts held"
                .formatted(DemoSetting.GROUP, staff.posts().size()));
    }

    private void readPeople(Visitor admin) {
        var after = "";
        while (true) {
            var page = admin.get(PEOPLE + "?limit=100" + after).json();
            page.path("items")
                    .forEach(person -> idOf.put(
                            person.path("email").asString("").toLowerCase(Locale.ROOT),
                            person.path("id").asString()));
            var next = page.path("next");
            if (next.isNull() || next.isMissingNode()) {
                return;
            }
            after = "&after=" + next.asString();
        }
    }

    private void givePasswords(Visitor admin) {
        for (var shown : staff.shown()) {
            var email = shown.person().email();
            var code = admin.post(PEOPLE + "/" + idOf(email) + "/password-code", Map.of());
            visitor().setPassword(email, code.path("code").asString(), newPassword(email));
        }
    }

    private void chooseOptions(Visitor admin) {
        settings.forEach((setting, id) -> {
            var options = "/api/policies/settings/" + id;
            eventually(() -> admin.get(options + "/options").json());
            admin.post(options + "/starter-set", Map.of("name", setting.starterSet()));
            setting.ownOptions()
                    .forEach((key, value) -> admin.putAfterReading(
                            options + "/options", options + "/options/" + key, Map.of("value", value)));
        });
        admin.putAfterReading(
                "/api/policies/group-options",
                "/api/policies/group-options/OPT-21",
                Map.of("value", "BAN", "locked", true));
    }

    /** What a head does for their setting; returns how many children it has. */
    private int equip(DemoSetting setting) {
        var id = idOf(setting);
        var head = signedIn("SETTING_HEAD", setting);
        eventually(() -> head.get("/api/media/settings/" + id + "/classes").json());
        var roster = new Roster(setting, today, names);
        importRoster(head, setting, roster);
        registerAccounts(head, setting);
        sayWhomToReach(head, setting);
        enterAdults(head, setting);
        Special.in(setting).forEach(special -> handle(head, special));
        progress.accept("  demo %s: %d children"
                .formatted(setting.officialName(), roster.children().size()));
        return roster.children().size();
    }

    private void importRoster(Visitor head, DemoSetting setting, Roster roster) {
        var sent = head.postBytes(
                "/api/media/settings/%s/imports?fileName=%s".formatted(idOf(setting), roster.fileName()),
                roster.csv().getBytes(StandardCharsets.UTF_8),
                "application/octet-stream");
        var address = "/api/media/imports/" + sent.path("id").asString();
        var read = sent;
        if (sent.path("state").asString("").equals("NEEDS_MAPPING")) {
            read = head.put(
                    address + "/mapping", Map.of("columns", sent.path("mapping").path("columns")));
        }
        requireCleanPreview(roster.fileName(), read);
        head.post(address + "/confirmation", Map.of("confirmed", true));
        awaitDone(roster.fileName(), head, address);
    }

    private void registerAccounts(Visitor head, DemoSetting setting) {
        var contributors = staff.contributorsOf(setting).stream()
                .map(person -> idOf(person.email()))
                .toList();
        for (var account : setting.accounts()) {
            var registered = head.post(
                    "/api/media/settings/" + idOf(setting) + "/accounts",
                    Map.of(
                            "platform", account.platform(),
                            "name", account.name(),
                            "address", account.address(),
                            "status", account.status()));
            var address = "/api/media/accounts/" + registered.path("id").asString();
            eventually(() -> head.putAfterReading(address, address + "/contributors", Map.of("people", contributors)));
        }
    }

    private void sayWhomToReach(Visitor head, DemoSetting setting) {
        var address = "/api/incidents/settings/" + idOf(setting) + "/help";
        eventually(() -> head.get(address).json());
        for (var post : List.of("SETTING_HEAD", "DSL")) {
            var person = staff.holding(post, setting);
            head.putAfterReading(
                    address,
                    address + "/" + post,
                    Map.of(
                            "shownAs", person.name(),
                            "phone", setting.phone(post.equals("DSL") ? 11 : 10),
                            "email", person.email()));
        }
    }

    /** Adults are pictured too, and only with their own yes. */
    private void enterAdults(Visitor head, DemoSetting setting) {
        var contributor = staff.contributorsOf(setting).get(0);
        answer(
                head,
                enter(head, setting, "STAFF", contributor.name()),
                giver(contributor.name(), "ADULT_SELF", "UNKNOWN"),
                List.of(yes("TAKING"), yes("WEBSITE"), yes("SOCIAL_MEDIA"), yes("INTERNAL")));
        if (setting == DemoSetting.SCHOOL) {
            enter(head, setting, "VOLUNTEER", "Rosa Eastaway");
        }
    }

    private String enter(Visitor head, DemoSetting setting, String kind, String name) {
        var space = name.indexOf(' ');
        return head.post(
                        "/api/media/settings/" + idOf(setting) + "/subjects",
                        Map.of(
                                "kind",
                                kind,
                                "firstName",
                                name.substring(0, space),
                                "surname",
                                name.substring(space + 1)))
                .path("id")
                .asString();
    }

    /** What happened to this child after the file was written. */
    private void handle(Visitor head, Special special) {
        switch (special) {
            case FACEBOOK_ONLY ->
                answer(
                        head,
                        find(head, special),
                        giver("Asha " + special.last(), "PARENT", "YES"),
                        List.of(
                                yes("TAKING"),
                                Map.of("purpose", "SOCIAL_MEDIA", "channel", "FACEBOOK", "answer", "YES"),
                                Map.of("purpose", "SOCIAL_MEDIA", "channel", "INSTAGRAM", "answer", "NO")));
            case WITHDRAWN -> {
                var subject = find(head, special);
                head.get("/api/media/subjects/" + subject + "/consents?limit=100")
                        .json()
                        .path("items")
                        .forEach(consent -> {
                            if (consent.path("purpose").asString("").equals("SOCIAL_MEDIA")
                                    && consent.path("state").asString("").equals("ACTIVE")) {
                                head.post(
                                        "/api/media/consents/"
                                                + consent.path("id").asString() + "/withdrawal",
                                        Map.of());
                            }
                        });
            }
            case LEFT ->
                head.post("/api/media/subjects/" + find(head, special) + "/end", Map.of("on", today.toString()));
            case ABLE_SAYS_NO ->
                answer(
                        head,
                        find(head, special),
                        giver(special.first() + " " + special.last(), "PUPIL_ABLE", "UNKNOWN"),
                        List.of(no("SOCIAL_MEDIA"), no("WEBSITE")));
            case ABLE_SAYS_YES ->
                answer(
                        head,
                        find(head, special),
                        giver(special.first() + " " + special.last(), "PUPIL_ABLE", "UNKNOWN"),
                        List.of(yes("TAKING"), yes("WEBSITE"), yes("SOCIAL_MEDIA")));
            default -> {
                // The file said it all.
            }
        }
    }

    private void placeHolds() {
        for (var special : List.of(Special.HELD, Special.HELD_AT_NURSERY)) {
            var dsl = signedIn("DSL", special.setting());
            dsl.post(
                    "/api/media/subjects/" + find(dsl, special) + "/hold",
                    Map.of("reason", "Must not be identified; reviewed each term."));
        }
    }

    private Client makeClient(Visitor admin) {
        var made = admin.post(
                "/api/directory/api-clients",
                Map.of(
                        "name",
                        "Website and scheduler",
                        "scopes",
                        List.of("decisions"),
                        "settingIds",
                        List.copyOf(settings.values())));
        return new Client(made.path("id").asString(), made.path("secret").asString());
    }

    private void remember(Client client) {
        var logins = new ArrayList<Login>();
        var admin = DemoStaff.ADMIN;
        logins.add(new Login(admin.name(), "group admin", null, admin.email(), passwordOf(admin.email())));
        for (var shown : staff.shown()) {
            logins.add(new Login(
                    shown.person().name(),
                    shown.as(),
                    shown.where(),
                    shown.person().email(),
                    passwordOf(shown.person().email())));
        }
        var named = new LinkedHashMap<String, String>();
        settings.forEach((setting, id) -> named.put(setting.officialName(), id));
        new DemoPeople(true, logins, client, named).write(data);
    }

    private void answer(Visitor head, String subject, Map<String, Object> giver, List<Map<String, String>> answers) {
        head.post(
                "/api/media/subjects/" + subject + "/consents",
                Map.of(
                        "giver",
                        giver,
                        "answers",
                        answers,
                        "formVersion",
                        "Photo form 4",
                        "signedOn",
                        today.minusDays(20).toString(),
                        "keptAt",
                        "Office, file B"));
    }

    private static Map<String, Object> giver(String name, String type, String responsibility) {
        return Map.of("name", name, "type", type, "responsibility", responsibility);
    }

    private static Map<String, String> yes(String purpose) {
        return Map.of("purpose", purpose, "answer", "YES");
    }

    private static Map<String, String> no(String purpose) {
        return Map.of("purpose", purpose, "answer", "NO");
    }

    private String find(Visitor visitor, Special special) {
        var found = visitor.post(
                "/api/media/settings/%s/subjects/search".formatted(idOf(special.setting())),
                Map.of("query", special.last(), "limit", 100));
        for (var subject : found.path("items")) {
            if (subject.path("firstName").asString("").equals(special.first())
                    && subject.path("surname").asString("").equals(special.last())) {
                return subject.path("id").asString();
            }
        }
        throw new Failure("%s %s was imported and cannot be found.".formatted(special.first(), special.last()));
    }

    private Visitor signedIn(String role, DemoSetting setting) {
        var person = staff.holding(role, setting);
        return visitor().signIn(person.email(), passwordOf(person.email()));
    }

    private Visitor visitor() {
        return new Visitor(entrance, PATIENCE);
    }

    /** Three groups of readable signs, easy to type on a phone. */
    private String newPassword(String email) {
        var password = Secrets.code(3).toLowerCase(Locale.ROOT);
        passwords.put(email, password);
        return password;
    }

    private String passwordOf(String email) {
        var password = passwords.get(email);
        if (password == null) {
            throw new IllegalStateException("Nobody gave " + email + " a password.");
        }
        return password;
    }

    private String idOf(String email) {
        var id = idOf.get(email.toLowerCase(Locale.ROOT));
        if (id == null) {
            throw new Failure("The staff list was taken in without %s.".formatted(email));
        }
        return id;
    }

    private String idOf(DemoSetting setting) {
        var id = settings.get(setting);
        if (id == null) {
            throw new IllegalStateException(setting + " was never opened.");
        }
        return id;
    }

    private static void requireCleanPreview(String what, JsonNode view) {
        var preview = view.path("preview");
        if (!view.path("state").asString("").equals("PREVIEWED")
                || preview.path("rejected").asInt(1) > 0) {
            throw new Failure("%s was not taken in (%s): %s"
                    .formatted(
                            what,
                            view.path("state").asString(""),
                            view.path("refusal").path("sentence").asString(firstFinding(preview))));
        }
    }

    private static String firstFinding(JsonNode preview) {
        for (var finding : preview.path("findings")) {
            if (finding.path("severity").asString("").equals("REJECTED")) {
                return finding.path("message").asString("");
            }
        }
        return "no reason given";
    }

    private static void awaitDone(String what, Visitor visitor, String address) {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            var state = visitor.get(address).json().path("state").asString("");
            if (state.equals("DONE")) {
                return;
            }
            if (state.equals("FAILED")) {
                throw new Failure("%s failed while it was taken in.".formatted(what));
            }
            pause();
        }
        throw new Failure("%s was not taken in within %d s.".formatted(what, PATIENCE.toSeconds()));
    }

    /** What one part has just been told reaches the others a moment later. */
    private static void eventually(Runnable attempt) {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (Failure e) {
                if (System.nanoTime() > giveUp) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Loading the demo was interrupted.", e);
        }
    }
}
