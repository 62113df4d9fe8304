package org.clearpost.media.model;

import java.util.Optional;
import org.clearpost.media.model.Remedy.Errand;

/** PST-30: where somebody is just now is told neither by the picture nor by the words. */
record PlaceIsNotTold() implements Rule {

    static final String ID = "PST-30";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Neither the picture nor the words tell where somebody is just now";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        boolean picture = Presence.picture(situation);
        if (!picture && !Presence.text(situation)) {
            return Optional.empty();
        }
        if (situation.scan().live() && !situation.question().reasons().containsKey(ID)) {
            return Optional.of(Finding.open(
                    Result.WARN,
                    "The words say where people are just now.",
                    null,
                    new Errand("GIVE_REASON", "Say it afterwards instead, or say why it is right to tell it live.")));
        }
        PictureFacts facts = situation.facts().picture();
        if (picture && facts == null) {
            return Optional.of(Finding.open(
                    Result.ASK,
                    "The picture was not cleaned here, so it may tell where it was taken.",
                    null,
                    PictureIsClean.CLEAN_IT));
        }
        return Optional.of(Finding.pass(
                facts != null && facts.findings().contains(PictureFinding.LOCATION)
                        ? "The picture told where it was taken; the cleaned copy does not. Add no place to the post."
                        : "Nothing in it tells where somebody is just now. Add no place to the post."));
    }
}
