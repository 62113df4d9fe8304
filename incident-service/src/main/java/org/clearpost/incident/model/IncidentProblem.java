package org.clearpost.incident.model;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.Problem;

/** Everything this service refuses, each with a published code. */
public enum IncidentProblem implements Problem {
    NOT_YOURS_TO_CHANGE(
            Kind.FORBIDDEN, "incident.not-yours-to-change", "You can see whom to reach here but not change it."),
    CONTACT_NOT_ALLOWED(Kind.INVALID, "incident.contact-not-allowed", "This contact needs correcting."),
    SETTING_CLOSED(Kind.CONFLICT, "incident.setting-closed", "This setting is closed, so nothing changes here.");

    private final Kind kind;
    private final String code;
    private final String title;

    IncidentProblem(Kind kind, String code, String title) {
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
