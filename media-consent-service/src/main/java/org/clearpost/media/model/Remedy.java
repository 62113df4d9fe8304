package org.clearpost.media.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that would bring the answer nearer to a yes: an edit of the post, or an errand. None of them sends anybody
 * to a family.
 */
public sealed interface Remedy {

    String action();

    String sentence();

    /** A change of the post itself. Making it never worsens the verdict. */
    record Edit(
            String action, @Nullable SubjectId subject, @Nullable AccountId account, String sentence, Question result)
            implements Remedy {}

    /** Something to find out, settle or have agreed first. */
    record Errand(String action, String sentence) implements Remedy {}
}
