package org.clearpost.media.model;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.Problem;

/** The refusals of this service. */
public enum MediaProblem implements Problem {
    EXTERNAL_ID_TAKEN(
            Kind.CONFLICT, "media.external-id-taken", "Somebody else at this setting already has this number."),
    NOTHING_TO_WITHDRAW(Kind.CONFLICT, "media.nothing-to-withdraw", "Only a yes that still stands can be withdrawn."),
    LATER_NO(
            Kind.CONFLICT,
            "media.later-no",
            "A later no stands here. A yes replaces it only when it was signed after that no was said."),
    HAS_LEFT(Kind.CONFLICT, "media.has-left", "This person has left already, and stays ended. Make a new entry."),
    HOLD_IN_PLACE(Kind.CONFLICT, "media.hold-in-place", "This person is already held back."),
    NO_HOLD(Kind.CONFLICT, "media.no-hold", "This person is not held back."),
    ALREADY_JUDGED(
            Kind.CONFLICT, "media.already-judged", "A judgement of this pupil's ability stands. Take it back first."),
    NOT_JUDGED(Kind.CONFLICT, "media.not-judged", "No judgement of this pupil's ability stands."),
    ALREADY_BARRED(Kind.CONFLICT, "media.already-barred", "This giver is already barred from answering."),
    NOT_BARRED(Kind.CONFLICT, "media.not-barred", "This giver is not barred from answering."),
    RESTRICTION_ENDED(Kind.CONFLICT, "media.restriction-ended", "This restriction has been ended already."),
    TOO_MANY_SCANS(
            Kind.CONFLICT,
            "media.too-many-scans",
            "This person has as many scans as are kept. Use one that is already here."),
    ACCOUNT_CLOSED(
            Kind.CONFLICT, "media.account-closed", "A closed or refused account stays as it is. Register a new one."),
    ADDRESS_TAKEN(Kind.CONFLICT, "media.address-taken", "An open account with this address is already registered."),
    NOT_TO_BE_POSTED(
            Kind.CONFLICT,
            "media.not-to-be-posted",
            "This may not be posted as things stand now. If it is already out there, say so, so that it is taken"
                    + " down."),
    ALREADY_REGISTERED(
            Kind.CONFLICT, "media.already-registered", "This answer has been used: its post is already registered."),
    TAKEDOWN_DONE(Kind.CONFLICT, "media.takedown-done", "This has already been proven gone."),
    ANSWER_OUTDATED(
            Kind.CONFLICT,
            "media.answer-outdated",
            "Something has changed since this was answered. Ask again, as a new question.");

    private final Kind kind;
    private final String code;
    private final String title;

    MediaProblem(Kind kind, String code, String title) {
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
