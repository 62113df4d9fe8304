package org.clearpost.media.edge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.model.SecretInText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one request and collects everything wrong with them, so that all of it is told at once. Call
 * {@link #check} before using what was read.
 */
public final class Fields {

    private final List<FieldError> errors = new ArrayList<>();

    public void refuse(String pointer, String message) {
        errors.add(new FieldError(pointer, message));
    }

    /** Throws when anything was refused. */
    public void check() {
        if (!errors.isEmpty()) {
            throw new RefusedException(KitProblem.INVALID, errors);
        }
    }

    /** One line of text, trimmed and in composed form; an empty text stands in for one that was refused. */
    public String line(String pointer, @Nullable String value, int longest) {
        String line = optionalLine(pointer, value, longest);
        if (line == null) {
            refuse(pointer, "Please fill this in.");
            return "";
        }
        return line;
    }

    /** As {@link #line}, but blank is as good as absent. */
    public @Nullable String optionalLine(String pointer, @Nullable String value, int longest) {
        String text = optionalText(pointer, value, longest);
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            refuse(pointer, "Please use one line of plain text.");
        }
        return text;
    }

    /** Text of several lines. Whatever is typed comes through here, and none of it is kept with a password in it. */
    public @Nullable String optionalText(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        if (text.length() > longest) {
            refuse(pointer, "At most " + longest + " characters, please.");
        }
        if (text.indexOf('\0') >= 0) {
            refuse(pointer, "This text holds a character that cannot be kept.");
        }
        // SEC-09
        if (SecretInText.isIn(text)) {
            refuse(pointer, SecretInText.REFUSAL);
        }
        return text;
    }

    /** A value that must be there. */
    public <T> T required(String pointer, @Nullable T value, T standIn) {
        if (value == null) {
            refuse(pointer, "Please fill this in.");
            return standIn;
        }
        return value;
    }

    /** A list of at most {@code most}; absent is as good as empty. A gap in it is no list of ours: malformed. */
    public <T> List<T> list(String pointer, @Nullable List<@Nullable T> values, int most) {
        List<T> list = new ArrayList<>();
        if (values == null) {
            return list;
        }
        if (values.size() > most) {
            refuse(pointer, "At most " + most + ", please.");
            return list;
        }
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            if (value == null) {
                throw new RefusedException(KitProblem.MALFORMED, new FieldError(pointer + "/" + i, "This is missing."));
            }
            list.add(value);
        }
        return list;
    }
}
