package org.clearpost.identity.directory.staff.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.model.EmailAddress;

/** What the directory already knows of the settings and people a staff list speaks of. */
public final class KnownStaff {

    private final List<Setting> settings;
    private final Map<EmailAddress, Person> people;
    private final Map<PersonId, List<PostHeld>> posts;

    /** Only settings that are open take posts, so only these are known here. */
    public KnownStaff(Collection<Setting> openSettings, Collection<Person> people, Collection<PostHeld> posts) {
        this.settings = List.copyOf(openSettings);
        this.people = people.stream()
                .collect(Collectors.toMap(person -> person.details().email(), Function.identity()));
        this.posts = posts.stream().collect(Collectors.groupingBy(PostHeld::person));
    }

    List<Setting> settings() {
        return settings;
    }

    Optional<Person> find(EmailAddress address) {
        return Optional.ofNullable(people.get(address));
    }

    boolean holds(Person person, StaffRow row) {
        return posts.getOrDefault(person.id(), List.of()).stream()
                .filter(post -> post.state() != PostHeld.State.ENDED)
                .filter(post -> row.setting().equals(post.setting()) && row.role() == post.role())
                .anyMatch(post -> row.overlaps(post.from(), post.to()));
    }
}
