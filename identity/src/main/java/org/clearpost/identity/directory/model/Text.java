package org.clearpost.identity.directory.model;

import java.text.Normalizer;

/** How text that people type is kept: composed form, no outer spaces. */
final class Text {

    private Text() {}

    static String clean(String given) {
        return Normalizer.normalize(given, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .strip();
    }

    static boolean hasControlCharacters(String text) {
        return text.codePoints().anyMatch(point -> {
            int type = Character.getType(point);
            return type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.UNASSIGNED
                    || type == Character.SURROGATE;
        });
    }
}
