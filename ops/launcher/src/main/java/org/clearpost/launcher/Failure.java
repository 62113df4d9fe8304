package org.clearpost.launcher;

/** Something a person can put right; the message is the one sentence they read. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failure(String sentence) {
        super(sentence);
    }

    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
