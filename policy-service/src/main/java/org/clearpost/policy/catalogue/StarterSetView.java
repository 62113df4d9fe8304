package org.clearpost.policy.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clearpost.policy.model.OptionKey;
import org.clearpost.policy.model.StarterSet;

/** A named set of answers, all of them shown before anybody chooses it. */
record StarterSetView(String name, String title, String description, Map<String, Object> values) {

    static StarterSetView of(StarterSet set) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (OptionKey key : OptionKey.values()) {
            Object value = set.values().get(key);
            if (value != null) {
                values.put(key.code(), value);
            }
        }
        return new StarterSetView(set.name(), set.title(), set.description(), values);
    }
}
