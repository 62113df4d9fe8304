package org.clearpost.identity.model;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.Problem;

/** Every way login, set-up and API clients say no. Codes are published: their meaning never changes. */
public enum IdentityProblem implements Problem {
    NOT_ALLOWED(Kind.FORBIDDEN, "identity.not-allowed", "You may not do this."),
    UNKNOWN_PERSON(Kind.NOT_FOUND, "identity.unknown-person", "There is nothing here."),
    UNKNOWN_CLIENT(Kind.NOT_FOUND, "identity.unknown-client", "There is nothing here."),
    EMAIL_TAKEN(Kind.CONFLICT, "identity.email-taken", "Somebody else signs in with this e-mail address."),
    NO_ADDRESS(Kind.CONFLICT, "identity.no-address", "Give the person an e-mail address before a password code."),
    DISABLED(Kind.CONFLICT, "identity.person-disabled", "This person is disabled and cannot sign in."),
    CLIENT_ENDED(Kind.CONFLICT, "identity.client-ended", "This API client has already been ended."),
    SETUP_DONE(Kind.CONFLICT, "identity.setup-done", "Set-up has already been done."),
    SETUP_CODE_WRONG(Kind.FORBIDDEN, "identity.setup-code-wrong", "That is not the set-up code."),
    TOO_MANY_TRIES(Kind.TOO_MANY, "identity.too-many-tries", "There were too many tries: wait 15 minutes."),
    TOO_MANY_SIGN_INS(
            Kind.UNAVAILABLE,
            "identity.too-many-sign-ins",
            "Very many people are signing in at this moment: please try again in a few minutes."),
    INVALID(Kind.INVALID, "identity.invalid", "Some of what you entered needs correcting.");

    private final Kind kind;
    private final String code;
    private final String title;

    IdentityProblem(Kind kind, String code, String title) {
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
