package org.clearpost.media.importing.model;

import java.util.regex.Pattern;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;

/** One possible giver of consent as one row names them. */
record GiverCell(
        @Nullable String externalId,
        String name,
        @Nullable String email,
        @Nullable String relation,
        GiverType type,
        Responsibility responsibility) {

    private static final Pattern SEVERAL =
            Pattern.compile("(?iu)\\s(and|\\+)\\s|/|&|^(the )?(parents|family|mum \\+ dad)\\b");

    /** "Mr and Mrs Meredith" is two people: neither of them has answered alone. */
    boolean isJoint() {
        return SEVERAL.matcher(name).find();
    }

    static GiverType typeOf(@Nullable String relation) {
        if (relation == null) {
            return GiverType.CARER;
        }
        for (String word : Words.of(relation)) {
            switch (word) {
                case "mother",
                        "father",
                        "parent",
                        "parents",
                        "mum",
                        "dad",
                        "mam",
                        "mummy",
                        "daddy",
                        "stepmother",
                        "stepfather" -> {
                    return GiverType.PARENT;
                }
                default -> {
                    // The next word may say it.
                }
            }
        }
        return GiverType.CARER;
    }
}
