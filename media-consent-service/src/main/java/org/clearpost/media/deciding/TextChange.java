package org.clearpost.media.deciding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.clearpost.media.model.Question;
import org.jspecify.annotations.Nullable;

/** What an edit changes in the words of a post; a part that stays as it is is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TextChange(
        @Nullable Splice caption,
        @Nullable Splice eventName,
        @Nullable List<String> hashtags,
        @Nullable List<String> links) {

    /** The characters from {@code from} up to but not including {@code to} give way to {@code with}. */
    record Splice(int from, int to, String with) {

        static @Nullable Splice between(@Nullable String before, @Nullable String after) {
            String old = before == null ? "" : before;
            String now = after == null ? "" : after;
            if (old.equals(now)) {
                return null;
            }
            int shorter = Math.min(old.length(), now.length());
            int same = 0;
            while (same < shorter && old.charAt(same) == now.charAt(same)) {
                same++;
            }
            int sameEnd = 0;
            while (sameEnd < shorter - same
                    && old.charAt(old.length() - 1 - sameEnd) == now.charAt(now.length() - 1 - sameEnd)) {
                sameEnd++;
            }
            return new Splice(same, old.length() - sameEnd, now.substring(same, now.length() - sameEnd));
        }
    }

    static @Nullable TextChange between(Question before, Question after) {
        TextChange change = new TextChange(
                Splice.between(before.caption(), after.caption()),
                Splice.between(before.eventName(), after.eventName()),
                before.hashtags().equals(after.hashtags()) ? null : after.hashtags(),
                before.links().equals(after.links()) ? null : after.links());
        return change.equals(new TextChange(null, null, null, null)) ? null : change;
    }
}
