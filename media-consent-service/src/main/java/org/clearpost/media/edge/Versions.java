package org.clearpost.media.edge;

import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** The version a client saw: given in an ETag, asked back in If-Match. */
public final class Versions {

    private Versions() {}

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** The version named by If-Match. Without one an edit is refused: nobody overwrites what they have not seen. */
    public static int seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new RefusedException(KitProblem.PRECONDITION_REQUIRED);
        }
        try {
            return Integer.parseInt(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException unreadable) {
            throw new RefusedException(KitProblem.CHANGED_MEANWHILE);
        }
    }
}
