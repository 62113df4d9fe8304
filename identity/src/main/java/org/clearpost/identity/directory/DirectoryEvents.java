package org.clearpost.identity.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.directory.model.Nation;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PersonType;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.identity.directory.model.SettingType;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.tenancy.CallerEpochs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells the rest of the platform, in the transaction of the change, how a setting or person stands now.
 *
 * <p>Each event is the full state, so a reader replaces what it had. Posts that have ended are left out: what is not
 * in the list is not held. People are ids here, never names or addresses.
 */
@Component
public class DirectoryEvents {

    private static final String SETTING_CHANGED = "org.clearpost.directory.SettingChanged";
    private static final String PERSON_CHANGED = "org.clearpost.directory.PersonChanged";

    private final Outbox outbox;
    private final CallerEpochs epochs;
    private final PersonRepository people;
    private final PostRepository posts;

    DirectoryEvents(Outbox outbox, CallerEpochs epochs, PersonRepository people, PostRepository posts) {
        this.outbox = outbox;
        this.epochs = epochs;
        this.people = people;
        this.posts = posts;
    }

    record SettingChanged(
            UUID settingId,
            String officialName,
            SettingType type,
            Nation nation,
            List<String> emailDomains,
            Map<RoleCode, String> labels,
            boolean open,
            long version) {

        static SettingChanged of(Setting setting) {
            Setting.Details details = setting.details();
            return new SettingChanged(
                    setting.id().value(),
                    details.officialName(),
                    details.type(),
                    details.nation(),
                    details.emailDomains(),
                    details.labels(),
                    setting.open(),
                    setting.version());
        }
    }

    record PersonChanged(UUID personId, Person.Status status, PersonType personType, long epoch, List<Post> posts) {

        record Post(
                UUID postId,
                @Nullable UUID settingId,
                RoleCode role,
                boolean deputy,
                LocalDate from,
                @Nullable LocalDate to) {

            static Post of(PostHeld post) {
                SettingId setting = post.setting();
                return new Post(
                        post.id().value(),
                        setting == null ? null : setting.value(),
                        post.role(),
                        post.deputy(),
                        post.from(),
                        post.to());
            }
        }
    }

    Mono<Void> settingChanged(UUID group, Setting setting) {
        return outbox.append(group, SETTING_CHANGED, setting.id().value(), SettingChanged.of(setting));
    }

    /** Outdates the tokens of people whose posts or password have changed, and tells how these people stand now. */
    Mono<Void> tokensOutdated(UUID group, Collection<PersonId> changed) {
        return Flux.fromIterable(changed)
                .concatMap(person -> people.raiseEpoch(person).then(personChanged(group, person)))
                .then();
    }

    /** Tells how a person stands, as read back from the rows of this transaction. */
    public Mono<Void> personChanged(UUID group, PersonId id) {
        return people.find(id).zipWhen(person -> posts.notEnded(id)).flatMap(found -> {
            Person person = found.getT1();
            PersonChanged event = new PersonChanged(
                    id.value(),
                    person.status(),
                    person.details().type(),
                    person.epoch(),
                    found.getT2().stream().map(PersonChanged.Post::of).toList());
            return epochs.raise(group, id.value(), person.epoch())
                    .then(outbox.append(group, PERSON_CHANGED, id.value(), event));
        });
    }
}
