package org.clearpost.launcher.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearpost.launcher.demo.Child.Answers;
import org.clearpost.launcher.demo.Child.Asked;
import org.clearpost.launcher.demo.Child.Giver;

/**
 * The children of one setting, as the file that its information system would write.
 *
 * <p>Most families say yes to most things. Beside them stands one child for every case that a decision has to get right,
 * under the same name every time.
 */
final class Roster {

    private static final String FORM = "Photo form 4";
    private static final String KEPT = "Office, file B";
    private static final DateTimeFormatter UK = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final DemoSetting setting;
    private final LocalDate signed;
    private final Names names;
    private final List<Child> children = new ArrayList<>();

    Roster(DemoSetting setting, LocalDate today, Names names) {
        this.setting = setting;
        this.signed = today.minusDays(45);
        this.names = names;
        Special.in(setting).forEach(special -> names.reserve(special.first() + " " + special.last()));
        for (var group : setting.groups()) {
            fill(group);
        }
    }

    List<Child> children() {
        return children;
    }

    String fileName() {
        return switch (setting) {
            case NURSERY -> "nursery-photo-permissions.csv";
            case SCHOOL -> "photo-consents-by-student.csv";
            case PROVISION -> "learners.csv";
            case YOUTH_SERVICE -> "members.csv";
        };
    }

    /** The file: the school's has a title and a total, the nursery's has names in one cell and semicolons. */
    String csv() {
        var separator = setting == DemoSetting.NURSERY ? ";" : ",";
        var lines = new ArrayList<String>();
        if (setting == DemoSetting.SCHOOL) {
            lines.add(row(separator, "Photo consents by student"));
        }
        lines.add(row(separator, headings()));
        for (var child : children) {
            for (var giver : child.givers()) {
                lines.add(row(separator, cells(child, giver)));
            }
        }
        if (setting == DemoSetting.SCHOOL) {
            lines.add(row(separator, "", "", "Total: " + children.size()));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private String[] headings() {
        var name = setting == DemoSetting.NURSERY
                ? Stream.of("Child ID", "Child")
                : Stream.of("Student ID", "Legal First Name", "Legal Last Name");
        return Stream.of(
                        name,
                        Stream.of(
                                setting == DemoSetting.NURSERY ? "Room" : "Registration Form",
                                "Guardian Name",
                                "Relationship",
                                "Legal Guardian",
                                "Guardian Email"),
                        Stream.of(Asked.values()).map(Asked::heading),
                        Stream.of("Consent date", "Form version", "Form kept"))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private String[] cells(Child child, Giver giver) {
        var name = setting == DemoSetting.NURSERY
                ? Stream.of(child.number(), child.last() + ", " + child.first())
                : Stream.of(child.number(), child.first(), child.last());
        var answered = giver.answers() != Answers.NOT_ANSWERED;
        return Stream.of(
                        name,
                        Stream.of(child.group(), giver.name(), giver.relation(), giver.responsible(), giver.email()),
                        Stream.of(Asked.values()).map(asked -> giver.answers().to(asked)),
                        answered ? Stream.of(UK.format(signed), FORM, giver.kept()) : Stream.of("", "", ""))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private void fill(String group) {
        var here = Special.in(setting).stream()
                .filter(special -> special.group().equals(group))
                .toList();
        for (var special : here) {
            children.add(new Child(number(), special.first(), special.last(), group, special.givers(names, KEPT)));
        }
        for (var i = here.size(); i < setting.childrenInEach(); i++) {
            var name = names.next();
            children.add(new Child(number(), name.first(), name.last(), group, List.of(usualGiver(name.last()))));
        }
    }

    private Giver usualGiver(String surname) {
        var name = names.relativeOf(surname);
        var chance = names.number(100);
        var answers = chance < 46
                ? Answers.YES_TO_ALL
                : chance < 72
                        ? Answers.NO_PRESS
                        : chance < 80
                                ? Answers.NO_SOCIAL_MEDIA
                                : chance < 87
                                        ? Answers.WEBSITE_ONLY
                                        : chance < 94 ? Answers.NOT_ANSWERED : Answers.REFUSED;
        return new Giver(
                name.full(),
                names.number(2) == 0 ? "Mother" : "Father",
                "Yes",
                name.email("family.example"),
                answers,
                KEPT);
    }

    private String number() {
        return "%06d".formatted((setting.ordinal() + 1) * 10_000 + children.size() + 1);
    }

    private static String row(String separator, String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.contains(separator) || cell.contains("\"")
                        ? "\"" + cell.replace("\"", "\"\"") + "\""
                        : cell)
                .collect(Collectors.joining(separator));
    }
}
