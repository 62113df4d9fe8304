package org.clearpost.policy.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.clearpost.kit.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What a value of an option looks like, and the check that a given value does.
 *
 * <p>Values are plain JSON: text, true and false, whole numbers, lists and maps. A check collects every fault with the
 * place it was found at, and gives the value back in one agreed form. Nothing is filled in: a part left out is a fault.
 */
public sealed interface Shape {

    /** The code that the web pages draw a field by. */
    String kind();

    /** The value in its agreed form; meaningless once {@code faults} has grown. */
    Object check(@Nullable Object given, String pointer, List<FieldError> faults);

    /** Exactly one of the values offered. */
    record Choice(List<AllowedValue> values) implements Shape {

        static Choice of(AllowedValue... values) {
            return new Choice(List.of(values));
        }

        @Override
        public String kind() {
            return "CHOICE";
        }

        @Override
        public Object check(@Nullable Object given, String pointer, List<FieldError> faults) {
            if (given instanceof String text && offers(values, text)) {
                return text;
            }
            faults.add(new FieldError(pointer, "Choose one of: " + codes(values) + "."));
            return "";
        }
    }

    /** Any of the values offered, none twice; in the order given where order carries meaning. */
    record Several(List<AllowedValue> values, int atLeast, boolean ordered) implements Shape {

        static Several of(int atLeast, AllowedValue... values) {
            return new Several(List.of(values), atLeast, false);
        }

        static Several of(int atLeast, List<AllowedValue> values) {
            return new Several(values, atLeast, false);
        }

        Several inOrder() {
            return new Several(values, atLeast, true);
        }

        @Override
        public String kind() {
            return "MULTI";
        }

        @Override
        public Object check(@Nullable Object given, String pointer, List<FieldError> faults) {
            if (!(given instanceof List<?> list)) {
                faults.add(new FieldError(pointer, "Give a list of: " + codes(values) + "."));
                return List.of();
            }
            Set<String> chosen = new LinkedHashSet<>();
            int index = 0;
            for (Object one : list) {
                String at = pointer + "/" + index++;
                if (!(one instanceof String text) || !offers(values, text)) {
                    faults.add(new FieldError(at, "Choose from: " + codes(values) + "."));
                } else if (!chosen.add(text)) {
                    faults.add(new FieldError(at, text + " is listed twice."));
                }
                if (index > values.size()) {
                    break;
                }
            }
            if (list.size() < atLeast) {
                faults.add(new FieldError(pointer, "Choose at least " + atLeast + "."));
            }
            if (ordered) {
                return List.copyOf(chosen);
            }
            return values.stream()
                    .map(AllowedValue::value)
                    .filter(chosen::contains)
                    .toList();
        }
    }

    /** Yes or no, said outright. */
    record YesNo() implements Shape {

        @Override
        public String kind() {
            return "YES_NO";
        }

        @Override
        public Object check(@Nullable Object given, String pointer, List<FieldError> faults) {
            if (given instanceof Boolean answer) {
                return answer;
            }
            faults.add(new FieldError(pointer, "Say true or false."));
            return false;
        }
    }

    /** A whole number within bounds, counted in {@code unit}. */
    record WholeNumber(int from, int to, String unit) implements Shape {

        @Override
        public String kind() {
            return "NUMBER";
        }

        @Override
        public Object check(@Nullable Object given, String pointer, List<FieldError> faults) {
            return whole(given, from, to, pointer, faults);
        }
    }

    /** A length of time as a whole number of {@code unit}. */
    record Duration(int from, int to, String unit) implements Shape {

        @Override
        public String kind() {
            return "DURATION";
        }

        @Override
        public Object check(@Nullable Object given, String pointer, List<FieldError> faults) {
            return whole(given, from, to, pointer, faults);
        }
    }

    /** Words people wrote themselves. */
    record Text(int longest) implements Shape {

        @Override
        public String kind() {
            return "TEXT";
        }

        @Override
        public Object check(@Nullable Object given, String pointer, List<FieldError> faults) {
            return written(given, longest, c -> c == '\n', pointer, faults);
        }
    }

    /** Several named parts that belong together, each of them answered. */
    record Parts(List<Part> parts) implements Shape {

        static Parts of(Part... parts) {
            return new Parts(List.of(parts));
        }

        @Override
        public String kind() {
            return "OBJECT";
        }

        @Override
        public Object check(@Nullable Object given, String pointer, List<FieldError> faults) {
            if (!(given instanceof Map<?, ?> map)) {
                faults.add(new FieldError(pointer, "Give an object with: " + names() + "."));
                return Map.of();
            }
            refuseOthers(map, parts.stream().map(Part::name).toList(), pointer, faults);
            Map<String, Object> checked = new LinkedHashMap<>();
            for (Part part : parts) {
                Object answer = map.get(part.name());
                String at = pointer + "/" + part.name();
                if (!part.neededIn(map)) {
                    if (answer != null) {
                        faults.add(new FieldError(at, "Leave this out: it has no meaning with the other answers."));
                    }
                } else if (answer == null) {
                    faults.add(new FieldError(at, "An answer is needed."));
                } else {
                    checked.put(part.name(), part.shape().check(answer, at, faults));
                }
            }
            return checked;
        }

        private String names() {
            return String.join(", ", parts.stream().map(Part::name).toList());
        }
    }

    /**
     * A table: rows of the same parts, at most one for each value of {@code keyedBy}, and always one for
     * {@code everyOther} where that is named, so that the table answers every case.
     */
    record Rows(Parts row, String keyedBy, @Nullable String everyOther) implements Shape {

        private static final int MOST = 100;

        @Override
        public String kind() {
            return "ROWS";
        }

        @Override
        public Object check(@Nullable Object given, String pointer, List<FieldError> faults) {
            if (!(given instanceof List<?> list) || list.size() > MOST) {
                faults.add(new FieldError(pointer, "Give a list of at most " + MOST + " rows."));
                return List.of();
            }
            List<Object> rows = new ArrayList<>();
            Set<Object> keys = new LinkedHashSet<>();
            for (Object one : list) {
                String at = pointer + "/" + rows.size();
                Object row = this.row.check(one, at, faults);
                Object key = ((Map<?, ?>) row).get(keyedBy);
                if (key != null && !keys.add(key)) {
                    faults.add(new FieldError(at + "/" + keyedBy, key + " has a row already."));
                }
                rows.add(row);
            }
            if (everyOther != null && !keys.contains(everyOther)) {
                faults.add(new FieldError(pointer, "Add a row for " + everyOther + ", so that nothing is left open."));
            }
            return List.copyOf(rows);
        }
    }

    /** One named part of an object; asked for only where {@code when} holds, if it is given. */
    record Part(String name, String question, String help, Shape shape, @Nullable When when) {

        static Part of(String name, String question, Shape shape) {
            return new Part(name, question, "", shape, null);
        }

        static Part of(String name, String question, String help, Shape shape) {
            return new Part(name, question, help, shape, null);
        }

        Part onlyWhen(Object value, String... others) {
            return new Part(name, question, help, shape, new When(List.of(others), value));
        }

        boolean neededIn(Map<?, ?> answers) {
            return when == null
                    || when.parts().stream().anyMatch(other -> when.value().equals(answers.get(other)));
        }
    }

    /** One of {@code parts} has been answered with {@code value}. */
    record When(List<String> parts, Object value) {}

    private static boolean offers(List<AllowedValue> values, String code) {
        return values.stream().anyMatch(allowed -> allowed.value().equals(code));
    }

    private static String codes(List<AllowedValue> values) {
        return String.join(", ", values.stream().map(AllowedValue::value).toList());
    }

    private static Object whole(@Nullable Object given, int from, int to, String pointer, List<FieldError> faults) {
        if (given instanceof Integer number && number >= from && number <= to) {
            return number;
        }
        faults.add(new FieldError(pointer, "Give a whole number from " + from + " to " + to + "."));
        return from;
    }

    private static Object written(
            @Nullable Object given,
            int longest,
            Predicate<Character> control,
            String pointer,
            List<FieldError> faults) {
        String text = given instanceof String some ? some.strip() : "";
        if (text.isEmpty()) {
            faults.add(new FieldError(pointer, "Write some words."));
        } else if (text.codePointCount(0, text.length()) > longest) {
            faults.add(new FieldError(pointer, "At most " + longest + " characters."));
        } else if (text.chars().anyMatch(c -> unseen(c) && !control.test((char) c))) {
            faults.add(new FieldError(pointer, "Only characters that can be seen."));
        }
        return text;
    }

    /** Control characters, and marks that turn the reading direction so that words seem to say something else. */
    private static boolean unseen(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    private static void refuseOthers(Map<?, ?> given, List<String> known, String pointer, List<FieldError> faults) {
        for (Object name : given.keySet()) {
            if (!known.contains(Objects.toString(name))) {
                faults.add(new FieldError(pointer + "/" + escaped(Objects.toString(name)), "Is not known here."));
            }
        }
    }

    /** RFC 6901: a name within a pointer. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
