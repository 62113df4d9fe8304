package org.clearpost.identity.directory;

import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The version of a thing as ETag and If-Match, so that nobody overwrites what they have not seen. */
final class Versions {

    private Versions() {}

    static <T> ResponseEntity<T> tagged(ResponseEntity.BodyBuilder answer, long version, T body) {
        return answer.eTag("\"" + version + "\"").body(body);
    }

    static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new RefusedException(KitProblem.PRECONDITION_REQUIRED);
        }
        if (!ifMatch.strip().equals("\"" + current + "\"")) {
            throw new RefusedException(KitProblem.CHANGED_MEANWHILE);
        }
    }
}
