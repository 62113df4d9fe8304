package org.clearpost.media.model;

import java.util.Optional;
import java.util.stream.Collectors;
import org.clearpost.media.model.Remedy.Errand;

/** IMG-08: only the copy that was cleaned here is cleared; what the original told beside what it shows is named. */
record PictureIsClean() implements Rule {

    static final Errand CLEAN_IT =
            new Errand("CLEAN_PICTURE", "Clean your picture here first, and post the cleaned copy.");

    @Override
    public String id() {
        return "IMG-08";
    }

    @Override
    public String title() {
        return "The picture tells nothing but what it shows";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        if (!Presence.picture(situation)) {
            return Optional.empty();
        }
        PictureFacts picture = situation.facts().picture();
        if (picture == null) {
            return Optional.of(Finding.open(
                    Result.ASK,
                    situation.question().picture() == null
                            ? "The picture was not cleaned here, so nobody knows what else it tells."
                            : "The cleaned picture is not here, or no longer.",
                    null,
                    CLEAN_IT));
        }
        return Optional.of(Finding.pass(
                picture.findings().isEmpty()
                        ? "The picture told nothing beside what it shows. Post the cleaned copy."
                        : "Taken out of the picture: "
                                + picture.findings().stream()
                                        .map(PictureIsClean::words)
                                        .collect(Collectors.joining(", "))
                                + ". Post the cleaned copy."));
    }

    private static String words(PictureFinding finding) {
        return switch (finding) {
            case LOCATION -> "where it was taken";
            case SERIAL_NUMBER -> "the number of a camera or phone";
            case EMBEDDED_THUMBNAIL -> "a small picture within, which may show more";
            case COMMENT -> "words written into the file";
            case OTHER_METADATA -> "other details of how it was taken";
        };
    }
}
