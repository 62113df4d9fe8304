package org.clearpost.launcher.compose;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearpost.launcher.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ${…}} of the file: {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME:?why}} and {@code $$}.
 *
 * <p>Any other form is an error, as is a required name without a value.
 */
record Variables(Map<String, String> values) {

    private static final Pattern USE =
            Pattern.compile("\\$(?:(\\$)|\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:-|:\\?)([^}]*))?}|(.?))");

    static Set<String> requiredBy(@Nullable Object tree) {
        return with(":?", tree);
    }

    static Set<String> optionalIn(@Nullable Object tree) {
        return with(":-", tree);
    }

    private static Set<String> with(String operator, @Nullable Object tree) {
        var names = new LinkedHashSet<String>();
        collect(tree, operator, names);
        return names;
    }

    @Nullable Object fillIn(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var filled = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, value) -> filled.put(key, fillIn(value)));
            return filled;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(this::fillIn).toList();
        }
        return tree instanceof String text ? fillIn(text) : tree;
    }

    String fillIn(String text) {
        var out = new StringBuilder();
        var use = USE.matcher(text);
        while (use.find()) {
            if (use.group(1) != null) {
                use.appendReplacement(out, "\\$");
                continue;
            }
            var name = use.group(2);
            if (name == null) {
                throw Section.notUnderstood("\"%s\" in \"%s\"".formatted(use.group(), text));
            }
            use.appendReplacement(
                    out, java.util.regex.Matcher.quoteReplacement(value(name, use.group(3), use.group(4))));
        }
        return use.appendTail(out).toString();
    }

    private String value(String name, @Nullable String operator, @Nullable String operand) {
        var value = values.get(name);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        if (":-".equals(operator) && operand != null) {
            return operand;
        }
        throw new Failure("docker-compose.yml needs a value for %s.".formatted(name));
    }

    private static void collect(@Nullable Object tree, String operator, Set<String> names) {
        if (tree instanceof Map<?, ?> map) {
            map.values().forEach(value -> collect(value, operator, names));
        } else if (tree instanceof List<?> list) {
            list.forEach(value -> collect(value, operator, names));
        } else if (tree instanceof String text) {
            USE.matcher(text)
                    .results()
                    .filter(use -> operator.equals(use.group(3)))
                    .forEach(use -> names.add(use.group(2)));
        }
    }
}
