package org.clearpost.kit.problem;

/** The refusals that every service shares. */
public enum KitProblem implements Problem {
    MALFORMED(Kind.MALFORMED, "kit.malformed", "The request could not be read."),
    UNKNOWN_FIELD(Kind.MALFORMED, "kit.unknown-field", "The request has a field that does not exist."),
    UNAUTHENTICATED(Kind.UNAUTHENTICATED, "kit.unauthenticated", "Please sign in."),
    TOKEN_OUTDATED(Kind.UNAUTHENTICATED, "kit.token-outdated", "What you may do has changed. Please try again."),
    FORBIDDEN(Kind.FORBIDDEN, "kit.forbidden", "You may not do this."),
    NOT_FOUND(Kind.NOT_FOUND, "kit.not-found", "Nothing was found here."),
    METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED, "kit.method-not-allowed", "This cannot be done here."),
    NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE, "kit.not-acceptable", "There is no answer in the form asked for."),
    CHANGED_MEANWHILE(
            Kind.CHANGED_MEANWHILE,
            "kit.changed-meanwhile",
            "Somebody else changed this while you were working. Look at it again before you save."),
    TOO_LARGE(Kind.TOO_LARGE, "kit.too-large", "What was sent is too large."),
    UNSUPPORTED(Kind.UNSUPPORTED, "kit.unsupported", "What was sent has a form that is not taken here."),
    INVALID(Kind.INVALID, "kit.invalid", "Some of what was sent needs correcting."),
    KEY_REUSED(Kind.INVALID, "kit.key-reused", "This Idempotency-Key was used before with another request."),
    PRECONDITION_REQUIRED(
            Kind.PRECONDITION_REQUIRED, "kit.precondition-required", "Say which version you changed, with If-Match."),
    TOO_MANY(Kind.TOO_MANY, "kit.too-many", "Too many requests. Please wait a moment."),
    FAILED(Kind.FAILED, "kit.failed", "Something went wrong on our side. Nothing was changed."),
    UNAVAILABLE(
            Kind.UNAVAILABLE, "kit.unavailable", "A part of the platform cannot be reached. Please try again soon."),
    FEED_SILENT(
            Kind.UNAVAILABLE,
            "kit.feed-silent",
            "We cannot confirm who may do what just now, so nothing was changed. Please try again soon.");

    private final Kind kind;
    private final String code;
    private final String title;

    KitProblem(Kind kind, String code, String title) {
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
