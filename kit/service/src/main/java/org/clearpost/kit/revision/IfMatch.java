package org.clearpost.kit.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What {@code If-Match} said: the revision somebody saw before changing it, as an {@code ETag} had told it. */
public record IfMatch(@Nullable String text) {

    private static final Pattern REVISION = Pattern.compile("(\"?)(\\d{1,9})\\1");

    /** The revision named. Without one an edit is refused: nobody overwrites what they have not seen. */
    public int named() {
        if (text == null || text.isBlank()) {
            throw new RefusedException(KitProblem.PRECONDITION_REQUIRED);
        }
        Matcher revision = REVISION.matcher(text.strip());
        if (!revision.matches()) {
            throw new RefusedException(KitProblem.CHANGED_MEANWHILE);
        }
        return Integer.parseInt(revision.group(2));
    }

    /** Refuses unless the current revision was named. */
    public void mustBe(long current) {
        if (named() != current) {
            throw new RefusedException(KitProblem.CHANGED_MEANWHILE);
        }
    }

    /** Refuses when another revision was named. */
    public void mayBe(long current) {
        if (text != null) {
            mustBe(current);
        }
    }

    public static <T> ResponseEntity<T> tagged(ResponseEntity.BodyBuilder answer, long revision, T body) {
        return answer.eTag("\"" + revision + "\"").body(body);
    }
}
