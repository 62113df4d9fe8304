package org.clearpost.media.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a no stands in the way of a yes that the same giver gave to the same question: a yes counts only when it was
 * said after every no, in whatever order the two arrive. A no always acts at once, however old it is.
 *
 * <p>A no was said on the day its form was signed, or else on the day it was recorded or withdrawn. Days are all that
 * forms tell, so a yes signed on the very day of the no is taken as the later word: somebody entered it knowing the no.
 */
public final class LaterNo {

    private LaterNo() {}

    /**
     * @param yesSignedOn the day on the form that says yes; a yes without one is older than any no
     * @param latestNo the day of the latest no, replaced ones among them
     */
    public static boolean stands(@Nullable LocalDate yesSignedOn, @Nullable LocalDate latestNo) {
        return latestNo != null && (yesSignedOn == null || yesSignedOn.isBefore(latestNo));
    }
}
