package org.clearpost.identity.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.directory.PasswordCodes.PasswordCodeView;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PersonType;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.SettingId;
import org.jspecify.annotations.Nullable;

/**
 * A person as a group admin sees them, or, with id, name and posts alone, as those see them who lead or safeguard a
 * setting. {@code posts} are held or planned; {@code endedPosts} and the
 * {@code passwordCodes} of late come with one person only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable PersonType personType,
        Person.@Nullable Status status,
        @Nullable UUID lineManagerId,
        List<PostView> posts,
        @Nullable List<PostView> endedPosts,
        @Nullable List<PasswordCodeView> passwordCodes,
        @Nullable Long version) {

    static PersonView full(Person person, Collection<PostHeld> posts, List<PasswordCodeView> passwordCodes) {
        return seenByAdmin(person, posts, views(posts, PostHeld.State.ENDED), passwordCodes);
    }

    static PersonView inList(Person person, Collection<PostHeld> posts, Access.Sight sight) {
        if (sight.everything()) {
            return seenByAdmin(person, posts, null, null);
        }
        List<PostView> seen = posts.stream()
                .filter(post -> post.state() != PostHeld.State.ENDED)
                .filter(post -> {
                    SettingId setting = post.setting();
                    return setting != null && sight.includes(setting.value());
                })
                .map(PostView::of)
                .toList();
        return new PersonView(
                person.id().value(), person.details().name(), null, null, null, null, seen, null, null, null);
    }

    private static PersonView seenByAdmin(
            Person person,
            Collection<PostHeld> posts,
            @Nullable List<PostView> ended,
            @Nullable List<PasswordCodeView> passwordCodes) {
        PersonId manager = person.lineManager();
        List<PostView> open = posts.stream()
                .filter(post -> post.state() != PostHeld.State.ENDED)
                .map(PostView::of)
                .toList();
        return new PersonView(
                person.id().value(),
                person.details().name(),
                person.details().email().value(),
                person.details().type(),
                person.status(),
                manager == null ? null : manager.value(),
                open,
                ended,
                passwordCodes,
                person.version());
    }

    private static List<PostView> views(Collection<PostHeld> posts, PostHeld.State state) {
        return posts.stream()
                .filter(post -> post.state() == state)
                .map(PostView::of)
                .toList();
    }
}
