package org.clearpost.identity.directory.staff.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.kit.table.Cells;

/** The words a setting's list may use for a post: its own label, our usual words, or the code. */
final class PostWords {

    private static final String DEPUTY = "deputy ";

    private final Map<String, RoleCode> roles = new HashMap<>();

    /** A post as worded: "Deputy DSL" is the post of a DSL held as a deputy. */
    record Worded(RoleCode role, boolean deputy) {}

    PostWords(Setting setting) {
        for (RoleCode role : RoleCode.values()) {
            roles.put(Cells.folded(role.words()), role);
            roles.put(role.name().toLowerCase(Locale.ROOT), role);
            roles.put(role.name().toLowerCase(Locale.ROOT).replace('_', ' '), role);
        }
        // Last, because the setting's own word wins where it is our word for something else.
        setting.details().labels().forEach((role, label) -> roles.put(Cells.folded(label), role));
    }

    Optional<Worded> find(String words) {
        String folded = Cells.folded(words);
        RoleCode whole = roles.get(folded);
        if (whole != null) {
            return Optional.of(new Worded(whole, false));
        }
        if (!folded.startsWith(DEPUTY)) {
            return Optional.empty();
        }
        return Optional.ofNullable(roles.get(folded.substring(DEPUTY.length()).strip()))
                .map(role -> new Worded(role, true));
    }
}
