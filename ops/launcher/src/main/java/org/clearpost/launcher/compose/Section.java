package org.clearpost.launcher.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearpost.launcher.Failure;
import org.jspecify.annotations.Nullable;

/** One mapping of the file that remembers which keys were read, so that the rest can be refused by name. */
final class Section {

    private final String path;
    private final Map<?, ?> values;
    private final Set<String> read = new LinkedHashSet<>();

    private Section(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    static Section of(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Section(path, map);
        }
        throw new Failure("docker-compose.yml: %s is not a mapping.".formatted(path));
    }

    Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        values.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable Object any(String key) {
        read.add(key);
        return values.get(key);
    }

    Section section(String key) {
        return of(at(key), any(key));
    }

    String text(String key) {
        var value = any(key);
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new Failure("docker-compose.yml: %s is not a text.".formatted(at(key)));
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(any(key) instanceof List<?> list)) {
            throw new Failure("docker-compose.yml: %s is not a list.".formatted(at(key)));
        }
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(String.valueOf(item)));
        return texts;
    }

    Map<String, String> textMap(String key) {
        var texts = new LinkedHashMap<String, String>();
        if (has(key)) {
            var section = section(key);
            section.keys().forEach(name -> texts.put(name, section.text(name)));
        }
        return texts;
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void ignore(Set<String> keys) {
        read.addAll(keys);
    }

    /** Refuses every key nobody asked for. */
    void nothingElse() {
        for (var key : keys()) {
            if (!read.contains(key) && !key.startsWith("x-")) {
                throw notUnderstood(at(key));
            }
        }
    }

    static Failure notUnderstood(String what) {
        return new Failure("docker-compose.yml: the launcher does not understand %s.".formatted(what));
    }
}
