package org.clearpost.identity.directory.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of one request, gathered so that a person hears of all of it at once. */
final class Corrections {

    private final String above;
    private final List<FieldError> errors = new ArrayList<>();

    /** Pointers of the errors begin with {@code above}: empty, or the object the fields are in, such as "/admin". */
    Corrections(String above) {
        this.above = above;
    }

    void add(String field, String message) {
        errors.add(new FieldError(above + "/" + field, message));
    }

    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new RefusedException(KitProblem.INVALID, errors);
        }
    }

    /** A line of text without control characters and outer spaces; an empty text after an error was noted. */
    String line(String field, @Nullable String given, int most) {
        String text = given == null ? "" : Text.clean(given);
        if (text.isEmpty()) {
            add(field, "Please fill this in.");
        } else if (text.codePointCount(0, text.length()) > most) {
            add(field, "At most " + most + " characters, please.");
        } else if (Text.hasControlCharacters(text)) {
            add(field, "Line breaks and invisible characters are not possible here.");
        }
        return text;
    }

    /** The constant of that name; the first one after an error was noted. */
    <E extends Enum<E>> E constant(String field, @Nullable String given, Class<E> type) {
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(given)) {
                return constant;
            }
        }
        add(field, "One of " + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")) + ".");
        return constants[0];
    }

    EmailAddress email(String field, @Nullable String given) {
        return EmailAddress.parse(given == null ? "" : given).orElseGet(() -> {
            add(field, "This is not an e-mail address.");
            return new EmailAddress("nobody@invalid");
        });
    }
}
