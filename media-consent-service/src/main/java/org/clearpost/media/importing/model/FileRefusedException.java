package org.clearpost.media.importing.model;

/** The whole file is refused and nothing of it is kept. The sentence is for the person who chose it. */
public final class FileRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FileRefusedException(String sentence) {
        super(sentence, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
