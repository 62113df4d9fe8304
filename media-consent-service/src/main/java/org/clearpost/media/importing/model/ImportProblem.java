package org.clearpost.media.importing.model;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.Problem;

/** The refusals of imports. */
public enum ImportProblem implements Problem {
    NOT_OPEN(Kind.CONFLICT, "media.import-not-open", "This import has been confirmed, refused or discarded already."),
    NOT_PREVIEWED(
            Kind.CONFLICT, "media.import-not-previewed", "Say what the columns are and look at the preview first."),
    ALREADY_CONFIRMED(Kind.CONFLICT, "media.import-already-confirmed", "This import has been confirmed already."),
    OTHER_RUNNING(
            Kind.CONFLICT,
            "media.import-running",
            "Another file is being imported for this setting. Wait until it is done."),
    NO_PERSON(Kind.INVALID, "media.import-no-person", "Read like this, no row of the file is about a person.");

    private final Kind kind;
    private final String code;
    private final String title;

    ImportProblem(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
