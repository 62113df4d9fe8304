package org.clearpost.media.families.model;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.Problem;

/** Why something about families is refused. */
public enum FamilyProblem implements Problem {
    /** One problem for every link that lets nobody in: unknown, used, over, or of somebody who may not answer. */
    LINK_UNUSABLE(
            Kind.NOT_FOUND,
            "media.link-unusable",
            "This link does not work any more. Ask for a new one, or ask the office."),
    WORDING_CHANGED(
            Kind.CONFLICT, "media.wording-changed", "The questions have changed meanwhile. Please look at them again."),
    NOT_RESPONSIBLE(
            Kind.CONFLICT,
            "media.not-responsible",
            "Only somebody with parental responsibility on record can answer by link."),
    NO_OUTBOX(
            Kind.CONFLICT, "media.no-outbox", "Mails go through the mail server here, so there is none to be opened.");

    private final Kind kind;
    private final String code;
    private final String title;

    FamilyProblem(Kind kind, String code, String title) {
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
