package org.clearpost.media.pictures.model;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.Problem;

/** Why a picture is not taken. */
public enum PictureProblem implements Problem {
    NOT_A_PICTURE(
            Kind.UNSUPPORTED,
            "media.picture-not-a-picture",
            "This file is not a picture that can be taken. Please send a JPEG, PNG or WebP."),
    HEIC(
            Kind.UNSUPPORTED,
            "media.picture-heic",
            "This is an HEIC picture, which cannot be taken. Please send it as a JPEG: on an iPhone or iPad, open it in"
                    + " Photos, choose Share, Options, Most Compatible, and save it to Files; or set Settings, Camera,"
                    + " Formats to Most Compatible before you take the next one."),
    TOO_LARGE(Kind.TOO_LARGE, "media.picture-too-large", "A picture may have at most 20 MB."),
    TOO_MANY_POINTS(
            Kind.INVALID,
            "media.picture-too-many-points",
            "A picture may have at most 60 megapixels. Please save it smaller and send it again."),
    MOVING(Kind.INVALID, "media.picture-moving", "This picture moves. Please send a still one, saved as a JPEG."),
    DAMAGED(
            Kind.INVALID,
            "media.picture-damaged",
            "This picture is damaged or incomplete. Please save it again as a JPEG and send that."),
    NOT_CLEANED(
            Kind.INVALID,
            "media.picture-not-cleaned",
            "This picture could not be cleaned in the time and memory there is for one. Please save it smaller, as a JPEG,"
                    + " and send that."),
    ONE_AT_A_TIME(
            Kind.TOO_MANY,
            "media.picture-one-at-a-time",
            "Another picture of yours is still being cleaned. Please wait a moment."),
    BUSY(
            Kind.UNAVAILABLE,
            "media.picture-busy",
            "Other people's pictures are being cleaned just now. Please try again in a moment.");

    private final Kind kind;
    private final String code;
    private final String title;

    PictureProblem(Kind kind, String code, String title) {
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
