package org.clearpost.identity.model;

import java.util.List;
import java.util.UUID;

/**
 * What a token may say about a person at this moment.
 *
 * <p>{@code posts} are those held today and nothing else; {@code epoch} has risen with every change of the person's
 * posts or status, so a token made from an older holder can be told apart. A person who is not {@code active} gets no
 * token, whatever else is said here.
 */
public record Holder(UUID group, UUID person, boolean active, long epoch, List<HeldPost> posts) {

    public Holder {
        posts = List.copyOf(posts);
    }

    /** Whether the person is a group admin of their group today. */
    public boolean groupAdmin() {
        return active && posts.stream().anyMatch(post -> "GROUP_ADMIN".equals(post.role()));
    }
}
