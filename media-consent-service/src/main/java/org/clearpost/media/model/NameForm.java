package org.clearpost.media.model;

import org.jspecify.annotations.Nullable;

/** How a person's name appears in a post, from least to most telling. */
public enum NameForm {
    NONE,
    FIRST_ONLY,
    FIRST_INITIAL,
    FULL;

    public boolean tellsMoreThan(NameForm other) {
        return compareTo(other) > 0;
    }

    public @Nullable String of(String firstName, String surname) {
        return switch (this) {
            case NONE -> null;
            case FIRST_ONLY -> firstName;
            case FIRST_INITIAL ->
                firstName + " " + new String(Character.toChars(Character.toUpperCase(surname.codePointAt(0)))) + ".";
            case FULL -> firstName + " " + surname;
        };
    }
}
