package org.clearpost.media.planning;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.Options;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Values that are tried out in place of those in force; without a value the option counts as not chosen. Only options
 * that a decision reads, and only values that could be chosen for them.
 */
record DraftOptions(Map<String, Optional<String>> values) {

    private static final String POLITICS = "OPT-21";

    private static final Map<String, Set<String>> CAN_BE_CHOSEN = new TreeMap<>(Map.of(
            Options.OWN_DEVICES,
            offered("FORBID", "WITH_SENIOR_AGREEMENT"),
            Options.NAME_FORMAT,
            offered("FIRST_INITIAL", "FIRST_ONLY", "NONE"),
            Options.CROWDS,
            offered("EACH_IDENTIFIABLE", "EVENT_NOTICE_PLUS_OBJECTION"),
            POLITICS,
            offered("BAN", "CONSIDERATION")));

    DraftOptions {
        values = Map.copyOf(values);
    }

    /** What was sent: an option that no decision reads is no field of ours, a value that it does not offer is refused. */
    static DraftOptions read(@Nullable JsonNode given) {
        if (given == null || !given.isObject()) {
            throw new RefusedException(
                    KitProblem.MALFORMED, new FieldError("/options", "Give the options to try, each with its value."));
        }
        List<FieldError> unknown = given.propertyNames().stream()
                .filter(key -> !CAN_BE_CHOSEN.containsKey(key))
                .map(key -> new FieldError("/options/" + escaped(key), "No decision rests on an option of this name."))
                .toList();
        if (!unknown.isEmpty()) {
            throw new RefusedException(KitProblem.UNKNOWN_FIELD, unknown);
        }
        Fields fields = new Fields();
        if (given.isEmpty()) {
            fields.refuse("/options", "Choose a value to try.");
        }
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> option : given.properties()) {
            Set<String> offered = CAN_BE_CHOSEN.getOrDefault(option.getKey(), Set.of());
            JsonNode value = option.getValue();
            if (value.isNull()) {
                values.put(option.getKey(), Optional.empty());
            } else if (value.isString() && offered.contains(value.asString())) {
                values.put(option.getKey(), Optional.of(value.asString()));
            } else {
                fields.refuse("/options/" + option.getKey(), "Choose one of: " + String.join(", ", offered) + ".");
            }
        }
        fields.check();
        return new DraftOptions(values);
    }

    /** The stored options with these in their place. */
    Map<String, String> over(Map<String, String> stored) {
        Map<String, String> options = new TreeMap<>(stored);
        values.forEach((option, value) -> {
            if (value.isPresent()) {
                options.put(option, value.get());
            } else {
                options.remove(option);
            }
        });
        return options;
    }

    private static Set<String> offered(String... values) {
        return new LinkedHashSet<>(List.of(values));
    }

    /** As RFC 6901 writes a name within a pointer. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
