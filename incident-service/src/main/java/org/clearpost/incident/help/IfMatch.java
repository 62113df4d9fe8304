package org.clearpost.incident.help;

import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What {@code If-Match} said: the revision somebody saw before changing it. */
record IfMatch(@Nullable String text) {

    /** Refuses unless the current revision was named. */
    void mustBe(long current) {
        if (text == null) {
            throw new RefusedException(KitProblem.PRECONDITION_REQUIRED);
        }
        if (!text.strip().equals(tag(current))) {
            throw new RefusedException(KitProblem.CHANGED_MEANWHILE);
        }
    }

    static <T> ResponseEntity<T> tagged(long revision, T body) {
        return ResponseEntity.ok().eTag(tag(revision)).body(body);
    }

    private static String tag(long revision) {
        return "\"" + revision + "\"";
    }
}
