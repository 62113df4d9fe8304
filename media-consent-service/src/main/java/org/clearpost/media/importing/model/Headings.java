package org.clearpost.media.importing.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearpost.kit.table.Cells;
import org.jspecify.annotations.Nullable;

/** Recognises the headings that school and nursery systems write, and suggests what their columns are read as. */
public final class Headings {

    private static final int FEWEST = 2;
    private static final Set<String> CHILD =
            Set.of("student", "students", "pupil", "pupils", "child", "childs", "learner", "s");
    private static final Set<String> KIN = Set.of("mother", "mum", "father", "dad");
    private static final Set<String> GIVER = Set.of(
            "guardian",
            "guardians",
            "parent",
            "parents",
            "carer",
            "carers",
            "contact",
            "contacts",
            "mother",
            "mum",
            "father",
            "dad");
    /** Known, so that they help to find the heading row, and never read. */
    private static final Set<String> NEVER_READ = Set.of(
            "dob",
            "date of birth",
            "birth date",
            "birthdate",
            "birthday",
            "address",
            "postcode",
            "phone",
            "mobile",
            "telephone",
            "sms",
            "gender",
            "sex",
            "year",
            "year group",
            "nc year",
            "nc year group",
            "medical",
            "medical notes",
            "allergies",
            "password",
            "username",
            "user name",
            "court order",
            "court orders",
            "priority",
            "title",
            "role",
            "role id",
            "status",
            "date last modified",
            "enabled user",
            "grades",
            "middle name",
            "middle names",
            "user ids",
            "agent sourced ids",
            "identifier",
            "ethnicity",
            "religion",
            "primary",
            "lives with",
            "house",
            "notes",
            "comments",
            "active flag");

    private static final Set<String> SENSITIVE = Set.of(
            "birth",
            "dob",
            "address",
            "postcode",
            "phone",
            "mobile",
            "telephone",
            "medical",
            "allergies",
            "password",
            "court",
            "ethnicity",
            "religion",
            "sen",
            "health",
            "doctor",
            "nhs",
            "safeguarding");

    private Headings() {}

    /** Birth dates, addresses, passwords and the like: not even shown as samples. */
    static boolean isNeverRead(String heading) {
        String all = String.join(" ", Words.of(heading));
        return NEVER_READ.contains(all) || Words.of(heading).stream().anyMatch(word -> SENSITIVE.contains(word));
    }

    /** How many cells read like headings; none unless a name is among them, so that data is not taken for headings. */
    public static int known(List<String> cells) {
        int known = 0;
        boolean name = false;
        for (String cell : cells) {
            Guess guess = cell.isEmpty() ? null : guess(cell);
            if (guess != null) {
                known++;
                name |= guess.target.isNameOfPerson();
            }
        }
        return name && known >= FEWEST ? known : 0;
    }

    /** What two files with these headings have in common: mappings are remembered under it. */
    public static String fingerprint(List<String> headings, int width) {
        String text = headings.isEmpty()
                ? "no headings, " + width + " columns"
                : headings.stream().map(Cells::folded).collect(Collectors.joining("\u001F"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * A suggestion for a person to confirm.
     *
     * <p>Headings that repeat are told apart by position: the first name, surname and number are the child's, the
     * second the giver's. Where it is not certain what an answer is for, the purpose is left open.
     */
    public static Mapping suggest(List<String> headings) {
        boolean classNamed = headings.stream().anyMatch(heading -> {
            Guess guess = guess(heading);
            return guess != null && guess.target == Target.CLASS && !isFormAlone(heading);
        });
        boolean numberNamed = headings.stream().anyMatch(heading -> {
            Guess guess = guess(heading);
            return guess != null && guess.target == Target.EXTERNAL_ID;
        });
        boolean giverNamed = headings.stream().anyMatch(heading -> {
            Guess guess = guess(heading);
            return guess != null
                    && guess.guardian > 0
                    && (guess.target == Target.GIVER_NAME || guess.target == Target.GIVER_SURNAME);
        });
        List<ColumnMapping> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<String, Integer> repeats = new HashMap<>();
        for (int index = 0; index < headings.size(); index++) {
            String heading = headings.get(index);
            int repeat = repeats.merge(Cells.folded(heading), 1, Integer::sum);
            Guess guess = guess(heading);
            if (guess == null) {
                columns.add(ColumnMapping.of(index, Target.IGNORED));
                continue;
            }
            Target target = guess.target;
            int guardian = Math.max(1, guess.guardian);
            if (isFormAlone(heading) && classNamed) {
                target = Target.FORM_VERSION;
            } else if (target == Target.UPN && numberNamed) {
                target = Target.IGNORED;
            } else if (target == Target.ANSWERED_BY && !giverNamed) {
                target = Target.GIVER_NAME;
            } else if (repeat > 1 && guess.guardian == 0) {
                target = repeat == 2 ? ofGiver(target) : Target.IGNORED;
            }
            columns.add(column(index, target, guardian, guess, columns, taken));
        }
        return new Mapping(columns, null, null);
    }

    private static ColumnMapping column(
            int index, Target target, int guardian, Guess guess, List<ColumnMapping> before, Set<String> taken) {
        if (target == Target.CONSENT) {
            ConsentHeading consent = guess.consent;
            ColumnMapping column = consent == null
                    ? ColumnMapping.consent(index, null)
                    : new ColumnMapping(index, target, consent.purpose(), consent.channels(), false, 1);
            boolean second = column.purpose() != null
                    && before.stream().anyMatch(other -> other.target() == Target.CONSENT && other.overlaps(column));
            return second ? ColumnMapping.of(index, Target.IGNORED) : column;
        }
        boolean free =
                target == Target.IGNORED || taken.add(target.isAboutGiver() ? target + " " + guardian : target.name());
        return free && guardian <= Mapping.MOST_GUARDIANS
                ? ColumnMapping.ofGiver(index, target, target.isAboutGiver() ? guardian : 1)
                : ColumnMapping.of(index, Target.IGNORED);
    }

    private static Target ofGiver(Target ofChild) {
        return switch (ofChild) {
            case FIRST_NAME, PREFERRED_FIRST_NAME -> Target.GIVER_FIRST_NAME;
            case SURNAME, PREFERRED_SURNAME -> Target.GIVER_SURNAME;
            case FULL_NAME -> Target.GIVER_NAME;
            case EXTERNAL_ID -> Target.GIVER_ID;
            default -> Target.IGNORED;
        };
    }

    /** "Form" is a class in one school and the consent form in another: the other columns decide. */
    private static boolean isFormAlone(String heading) {
        return Cells.folded(heading).equals("form");
    }

    private record Guess(Target target, int guardian, @Nullable ConsentHeading consent) {

        static Guess of(Target target) {
            return new Guess(target, 0, null);
        }
    }

    private static @Nullable Guess guess(String heading) {
        List<String> words = Words.of(heading);
        if (words.isEmpty()) {
            return null;
        }
        String all = String.join(" ", words);
        if (isNeverRead(heading)) {
            return Guess.of(Target.IGNORED);
        }
        Guess plain = plain(all);
        if (plain != null) {
            return plain;
        }
        ConsentHeading consent = ConsentHeading.read(heading);
        if (consent != null) {
            return new Guess(Target.CONSENT, 0, consent);
        }
        Guess giver = giver(words);
        return giver != null ? giver : child(words);
    }

    private static @Nullable Guess plain(String all) {
        return switch (all) {
            case "relationship",
                    "relation",
                    "relationship to child",
                    "relationship to student",
                    "relationship to pupil" -> new Guess(Target.RELATION, 1, null);
            case "parental responsibility",
                    "has parental responsibility",
                    "legal guardian",
                    "responsibility",
                    "legal responsibility",
                    "pr" -> new Guess(Target.RESPONSIBILITY, 1, null);
            case "informed by", "answered by", "given by", "consent given by", "responded by" ->
                Guess.of(Target.ANSWERED_BY);
            case "email", "primary email", "email address", "home email", "emails" ->
                new Guess(Target.GIVER_EMAIL, 1, null);
            case "consent date",
                    "date of consent",
                    "date signed",
                    "signed on",
                    "signed date",
                    "date",
                    "response date",
                    "date given",
                    "signature date" -> Guess.of(Target.SIGNED_ON);
            case "form version", "consent form", "photo form", "form name", "consent form version", "version of form" ->
                Guess.of(Target.FORM_VERSION);
            case "form kept",
                    "kept at",
                    "kept",
                    "where kept",
                    "form kept at",
                    "form location",
                    "location of form",
                    "evidence" -> Guess.of(Target.KEPT_AT);
            case "school",
                    "school name",
                    "school id",
                    "establishment",
                    "establishment name",
                    "school sourced id",
                    "school sourced ids",
                    "org sourced id",
                    "org sourced ids",
                    "laestab",
                    "dfe number" -> Guess.of(Target.SCHOOL);
            case "reg",
                    "reg group",
                    "reg form",
                    "registration",
                    "registration form",
                    "registration group",
                    "form",
                    "form group",
                    "tutor group",
                    "tutor",
                    "room",
                    "base room",
                    "class",
                    "class name",
                    "class title",
                    "group",
                    "key group",
                    "class group" -> Guess.of(Target.CLASS);
            case "upn", "unique pupil number" -> Guess.of(Target.UPN);
            default -> null;
        };
    }

    private static @Nullable Guess giver(List<String> words) {
        if (words.stream().noneMatch(GIVER::contains)) {
            return null;
        }
        int guardian = 1;
        List<String> rest = new ArrayList<>();
        for (String word : words) {
            if (word.length() == 1 && Character.isDigit(word.charAt(0))) {
                guardian = word.charAt(0) - '0';
            } else if (word.equals("father") || word.equals("dad")) {
                guardian = 2;
            } else if (!GIVER.contains(word)) {
                rest.add(word);
            }
        }
        if (rest.isEmpty() && words.stream().anyMatch(KIN::contains)) {
            // "Mother" by itself is how a relation is worded in the rows, not a heading.
            return null;
        }
        Target target =
                switch (String.join(" ", rest)) {
                    case "", "name", "full name" -> Target.GIVER_NAME;
                    case "forename", "first name", "given name" -> Target.GIVER_FIRST_NAME;
                    case "surname", "last name", "family name" -> Target.GIVER_SURNAME;
                    case "id", "sourced id", "number" -> Target.GIVER_ID;
                    case "email", "email address", "primary email", "home email" -> Target.GIVER_EMAIL;
                    case "relationship", "relation", "relationship to child", "relationship to student" ->
                        Target.RELATION;
                    case "legal", "parental responsibility", "responsibility", "pr", "legal responsibility" ->
                        Target.RESPONSIBILITY;
                    default -> Target.IGNORED;
                };
        return new Guess(target, guardian, null);
    }

    private static @Nullable Guess child(List<String> words) {
        List<String> rest = words.stream().filter(word -> !CHILD.contains(word)).toList();
        boolean named = rest.size() < words.size();
        return switch (String.join(" ", rest)) {
            case "first name",
                    "forename",
                    "given name",
                    "legal forename",
                    "legal first name",
                    "legal given name",
                    "christian name",
                    "firstname" -> Guess.of(Target.FIRST_NAME);
            case "preferred forename",
                    "preferred first name",
                    "known forename",
                    "known first name",
                    "known as",
                    "preferred given name",
                    "chosen forename",
                    "chosen first name",
                    "preferred name",
                    "known name" -> Guess.of(Target.PREFERRED_FIRST_NAME);
            case "surname",
                    "last name",
                    "family name",
                    "legal surname",
                    "legal last name",
                    "legal family name",
                    "lastname" -> Guess.of(Target.SURNAME);
            case "preferred surname",
                    "preferred last name",
                    "preferred family name",
                    "chosen surname",
                    "chosen last name" -> Guess.of(Target.PREFERRED_SURNAME);
            case "name", "full name", "legal name" -> Guess.of(Target.FULL_NAME);
            case "" -> named && words.size() == 1 && !words.contains("s") ? Guess.of(Target.FULL_NAME) : null;
            case "id",
                    "adno",
                    "admission number",
                    "admission no",
                    "adm no",
                    "sourced id",
                    "urn",
                    "mis id",
                    "number",
                    "unique id",
                    "reference",
                    "admissions number" -> Guess.of(Target.EXTERNAL_ID);
            default -> null;
        };
    }
}
