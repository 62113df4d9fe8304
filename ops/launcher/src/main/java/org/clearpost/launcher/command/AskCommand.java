package org.clearpost.launcher.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.demo.DemoPeople;
import org.clearpost.launcher.http.Visitor;
import org.clearpost.launcher.run.RemoteControl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Asks "may we post this?" as another system does, with an API client's credentials.
 *
 * <p>The exit code is the verdict, so that a script can stop on it: 0 only for PERMIT; 1 DENY, 2 NEEDS_ACTION, 3 when it
 * could not be asked.
 */
@Command(
        name = "ask",
        description = "Asks: may we post this?",
        footer = {"", "Exit code: 0 PERMIT, 1 DENY, 2 NEEDS_ACTION, 3 could not ask."},
        exitCodeOnExecutionException = AskCommand.COULD_NOT_ASK,
        exitCodeOnInvalidInput = AskCommand.COULD_NOT_ASK,
        mixinStandardHelpOptions = true)
public final class AskCommand implements Callable<Integer> {

    static final int COULD_NOT_ASK = 3;

    /** A part that is just coming back may be waited for; more would keep a script from going on. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--account", required = true, paramLabel = "NAME|ID", description = "The official account.")
    private String account = "";

    @Option(names = "--person", paramLabel = "NAME|ID", description = "Somebody in the picture; may be repeated.")
    private List<String> people = List.of();

    @Option(names = "--nobody", description = "Nobody is in the picture.")
    private boolean nobody;

    @Option(names = "--headcount", paramLabel = "N", description = "How many people are in the picture.")
    private @Nullable Integer headcount;

    @Option(names = "--unlisted", description = "Others can be recognised, who are not named here.")
    private boolean unlisted;

    @Option(names = "--caption", paramLabel = "TEXT", description = "The words beside the picture.")
    private @Nullable String caption;

    /** What somebody who looked at the post may say of it; the service knows the same words. */
    enum Confirmation {
        NAMES_CHECKED,
        CLOTHING_SUITABLE,
        SAFEGUARDING_POLICY,
        NO_PERSONAL_DATA,
        POSITIVE_LIGHT,
        NEUTRAL,
        NO_PERSONAL_DETAILS_ASKED,
        NO_JIGSAW,
        RIGHT_MEDIUM,
        SUBJECTS_AGREE,
        COLLEAGUES_ASKED,
        EVENT_NOTICE_GIVEN,
        NOBODY_OBJECTED
    }

    enum Device {
        WORK,
        PERSONAL,
        PERSONAL_WITH_AGREEMENT
    }

    @Option(
            names = "--confirm",
            paramLabel = "WHAT",
            split = ",",
            description = "You looked at the post, and say: ${COMPLETION-CANDIDATES}; may be repeated.")
    private List<Confirmation> confirmations = List.of();

    @Option(
            names = "--device",
            paramLabel = "WHOSE",
            description = "Whose device took the picture: ${COMPLETION-CANDIDATES}.")
    private @Nullable Device device;

    @Option(names = "--picture", paramLabel = "ID", description = "The picture, as it was cleaned here.")
    private @Nullable String picture;

    @Option(names = "--planned-for", paramLabel = "TIME", description = "With zone, such as 2026-12-01T09:00:00Z.")
    private @Nullable String plannedFor;

    @Option(
            names = "--setting",
            paramLabel = "ID",
            description = "Where the account is looked for by name; the demo's settings when not given.")
    private List<String> settings = List.of();

    @Option(names = "--url", description = "Where Clearpost is, when not this machine's.")
    private @Nullable String url;

    @Option(names = "--json", description = "The whole answer as it came.")
    private boolean json;

    @Override
    public Integer call() {
        var directory = data.look();
        var demo = DemoPeople.in(directory).filter(DemoPeople::complete).orElse(null);
        var entrance = url != null ? url.replaceAll("/+$", "") : localAddress(directory);
        var client = signIn(entrance, demo);
        var found = findAccount(client, demo);
        var decision = client.post("/api/media/decisions", question(entrance, demo, found));
        if (json) {
            System.out.println(decision.toPrettyString());
        } else {
            print(decision);
        }
        return switch (decision.path("verdict").asString("")) {
            case "PERMIT" -> 0;
            case "DENY" -> 1;
            case "NEEDS_ACTION" -> 2;
            default -> COULD_NOT_ASK;
        };
    }

    private static String localAddress(DataDirectory directory) {
        return RemoteControl.require(directory).run().localAddress();
    }

    private static Visitor signIn(String entrance, @Nullable DemoPeople demo) {
        var id = System.getenv("CLEARPOST_CLIENT_ID");
        var secret = System.getenv("CLEARPOST_CLIENT_SECRET");
        if (id == null || secret == null) {
            if (demo == null || demo.client() == null) {
                throw new Failure(
                        "Set CLEARPOST_CLIENT_ID and CLEARPOST_CLIENT_SECRET: a group admin makes an API client in the"
                                + " directory.");
            }
            id = demo.client().id();
            secret = demo.client().secret();
        }
        return new Visitor(entrance, PATIENCE).signInClient(id, secret, "decisions");
    }

    /** An account and the setting it belongs to, which is not known when its id was given. */
    private record Account(String id, @Nullable String setting) {}

    private Account findAccount(Visitor client, @Nullable DemoPeople demo) {
        if (isId(account)) {
            return new Account(account, null);
        }
        var places = !settings.isEmpty() || demo == null
                ? settings
                : List.copyOf(demo.settings().values());
        if (places.isEmpty()) {
            throw new Failure("Give the setting's id with --setting, or the account's id instead of its name.");
        }
        var known = new ArrayList<String>();
        for (var place : places) {
            for (var one : client.get("/api/media/settings/" + place + "/accounts?limit=100")
                    .json()
                    .path("items")) {
                var name = one.path("name").asString("");
                if (name.equalsIgnoreCase(account.strip())) {
                    return new Account(one.path("id").asString(), place);
                }
                known.add(name);
            }
        }
        throw new Failure("There is no account named %s; there are: %s.".formatted(account, String.join(", ", known)));
    }

    private HashMap<String, Object> question(String entrance, @Nullable DemoPeople demo, Account found) {
        var question = new HashMap<String, Object>();
        question.put("accountId", found.id());
        question.put("nobody", nobody);
        if (!nobody) {
            question.put("people", ids(entrance, demo, found));
            question.put("unlistedPeople", unlisted);
        }
        if (headcount != null) {
            question.put("headcount", headcount);
        }
        if (caption != null) {
            question.put("caption", caption);
        }
        if (!confirmations.isEmpty()) {
            question.put("confirmations", confirmations.stream().distinct().toList());
        }
        if (device != null) {
            question.put("device", device);
        }
        if (picture != null) {
            question.put("picture", picture);
        }
        if (plannedFor != null) {
            question.put("plannedFor", plannedFor);
        }
        return question;
    }

    private List<String> ids(String entrance, @Nullable DemoPeople demo, Account account) {
        if (people.stream().allMatch(AskCommand::isId)) {
            return people;
        }
        // Another system may ask about people and not list them: in the demo, a contributor looks their names up.
        var contributor = demo == null || account.setting() == null
                ? null
                : demo.contributorAt(account.setting()).orElse(null);
        if (contributor == null) {
            throw new Failure("An API client may not look people up by name: give their ids.");
        }
        var roster = new Visitor(entrance, PATIENCE).signIn(contributor.email(), contributor.password());
        return people.stream()
                .map(person -> isId(person) ? person : idOf(roster, Objects.requireNonNull(account.setting()), person))
                .toList();
    }

    private static String idOf(Visitor roster, String setting, String person) {
        var words = person.strip().split("\\s+");
        var found = new ArrayList<String>();
        for (var one : roster.post(
                        "/api/media/settings/%s/subjects/search".formatted(setting),
                        Map.of("query", words[words.length - 1], "limit", 100))
                .path("items")) {
            var name = one.path("firstName").asString("") + " "
                    + one.path("surname").asString("");
            if (name.equalsIgnoreCase(String.join(" ", words))) {
                found.add(one.path("id").asString());
            }
        }
        if (found.size() != 1) {
            throw new Failure(
                    found.isEmpty()
                            ? "There is nobody named %s on the roster of the account's setting.".formatted(person)
                            : "There are %d people named %s: give the id.".formatted(found.size(), person));
        }
        return found.get(0);
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void print(JsonNode decision) {
        System.out.printf(
                "%s: %s%n",
                decision.path("verdict").asString(""), decision.path("sentence").asString(""));
        if (!decision.path("people").isEmpty()) {
            System.out.println("\nPeople");
            for (var person : decision.path("people")) {
                var name = person.path("name").asString("");
                System.out.printf(
                        "  %-16s %s: %s%n",
                        person.path("outcome").asString(""),
                        name.isEmpty() ? person.path("subjectId").asString("") : name,
                        person.path("sentence").asString(""));
            }
        }
        System.out.println("\nRules");
        for (var rule : decision.path("rules")) {
            System.out.printf(
                    "  %-16s %s %s: %s%n",
                    rule.path("result").asString(""),
                    rule.path("rule").asString(""),
                    rule.path("title").asString(""),
                    rule.path("sentence").asString(""));
        }
        if (!decision.path("remedies").isEmpty()) {
            System.out.println("\nWhat would help");
            decision.path("remedies")
                    .forEach(remedy ->
                            System.out.println("  " + remedy.path("sentence").asString("")));
        }
        System.out.printf("%nDecision %s%n", decision.path("id").asString(""));
    }
}
