package org.clearpost.kit.caller;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is asking, read from a token that was verified and is for this service alone.
 *
 * <p>Nothing else a client sends says who it is. A caller always belongs to one group; services that read feeds are
 * not callers.
 *
 * @param id the person, or the API client
 * @param epoch how new the authorisation is; a token older than the last change is refused
 */
public record Caller(UUID group, Kind kind, UUID id, List<HeldPost> posts, Set<String> scopes, long epoch) {

    /** What sort of caller this is. */
    public enum Kind {
        PERSON,
        CLIENT,
        /** Somebody who is not signed in and was let in by a link. No token names one: the service itself does. */
        VISITOR
    }

    public Caller {
        posts = List.copyOf(posts);
        scopes = Set.copyOf(scopes);
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    public boolean holds(String role, UUID setting) {
        return posts.stream().anyMatch(post -> post.role().equals(role) && setting.equals(post.setting()));
    }

    public boolean holdsAny(UUID setting, String... roles) {
        return Arrays.stream(roles).anyMatch(role -> holds(role, setting));
    }

    /** Whether the role is held for the whole group. */
    public boolean holdsInGroup(String role) {
        return posts.stream().anyMatch(post -> post.role().equals(role) && post.setting() == null);
    }

    /** Whether the caller holds any role at this setting. */
    public boolean belongsTo(UUID setting) {
        return posts.stream().anyMatch(post -> setting.equals(post.setting()));
    }

    /** Whether this is an API client with that scope for that setting. */
    public boolean mayAsClient(String scope, UUID setting) {
        return kind == Kind.CLIENT && scopes.contains(scope) && belongsTo(setting);
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    /** The settings in which the caller holds one of {@code roles}, or any role when none is named. */
    public Set<UUID> settings(String... roles) {
        List<String> wanted = List.of(roles);
        return posts.stream()
                .filter(post -> wanted.isEmpty() || wanted.contains(post.role()))
                .map(HeldPost::setting)
                .filter(setting -> setting != null)
                .collect(Collectors.toUnmodifiableSet());
    }
}
