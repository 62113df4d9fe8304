package org.clearpost.identity.directory;

import org.clearpost.identity.directory.model.Person;
import org.jspecify.annotations.Nullable;

/** What a group admin sends about a person. */
record PersonBody(@Nullable String name, @Nullable String email, @Nullable String personType) {

    Person.Details checked() {
        return Person.Details.of("", name, email, personType);
    }
}
