package org.clearpost.media.model;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clearpost.media.model.Remedy.Errand;

/** PST-30: where somebody is just now is told neither by the picture nor by the words. */
record PlaceIsNotTold() implements Rule {

    static final String ID = "PST-30";

    private static final Pattern LIVE = Pattern.compile(
            """
            (?<!\\p{L})(?:
                live\\ (?:now|from|at|here)
              | (?:right\\ now|currently|just\\ now|at\\ the\\ moment)\\s(?:\\p{L}{1,20}\\s){0,2}(?:at|in|on)
              | (?:we\\ are|we['’]re|we['’]ve|now|just)\\s(?:now\\s|all\\s|just\\s)?(?:here\\ at|arrived\\ (?:at|in)|on\\ our\\ way)
              | (?:we\\ are|we['’]re)\\s(?:now|currently)\\s(?:at|in|on)
              | (?:at|in|on)\\s(?:the\\s)?(?:\\p{L}{1,30}\\s){1,4}(?:right\\ now|as\\ we\\ speak)
            )(?!\\p{L})
            """,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.COMMENTS);

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
        if (saysLive(situation.question()) && !situation.question().reasons().containsKey(ID)) {
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

    private static boolean saysLive(Question question) {
        String caption = question.caption();
        String event = question.eventName();
        return (caption != null && LIVE.matcher(caption).find()) || (event != null && LIVE.matcher(event).find());
    }
}
