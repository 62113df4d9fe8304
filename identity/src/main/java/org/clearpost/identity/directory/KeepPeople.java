package org.clearpost.identity.directory;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.identity.seam.Logins;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows, creates, changes, disables and reinstates people. A change, its audit entry and its event commit together. */
@Component
public class KeepPeople {

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final DirectoryEvents events;
    private final Logins logins;
    private final GroupRepository groups;
    private final SettingRepository settings;
    private final PersonRepository people;
    private final PostRepository posts;
    private final PasswordCodes passwordCodes;
    private final Today today;

    KeepPeople(
            TenantTransaction transaction,
            Idempotency idempotency,
            AuditLog audit,
            DirectoryEvents events,
            Logins logins,
            GroupRepository groups,
            SettingRepository settings,
            PersonRepository people,
            PostRepository posts,
            PasswordCodes passwordCodes,
            Today today) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.audit = audit;
        this.events = events;
        this.logins = logins;
        this.groups = groups;
        this.settings = settings;
        this.people = people;
        this.posts = posts;
        this.passwordCodes = passwordCodes;
        this.today = today;
    }

    Mono<Page<PersonView>> list(
            Caller caller, @Nullable UUID setting, @Nullable String query, @Nullable UUID after, int limit) {
        Access.Sight sight = Access.ofPeople(caller);
        if (setting != null && !sight.includes(setting)) {
            throw new RefusedException(KitProblem.NOT_FOUND);
        }
        Mono<Void> known = setting == null
                ? Mono.empty()
                : existingSetting(new SettingId(setting)).then();
        Mono<List<PersonView>> found = known.then(people.list(sight, setting, query, after, limit + 1))
                .flatMap(
                        some -> posts.of(some.stream().map(Person::id).toList()).map(held -> some.stream()
                                .map(person -> PersonView.inList(person, heldBy(person, held), sight))
                                .toList()));
        return transaction
                .within(caller, found)
                .map(views -> Page.of(views, limit, view -> view.id().toString()));
    }

    Mono<PersonView> show(Caller caller, PersonId id) {
        Access.Sight sight = Access.ofPeople(caller);
        if (sight.everything()) {
            return transaction.within(caller, view(id));
        }
        Mono<PersonView> work = existing(id).zipWith(posts.of(List.of(id))).flatMap(found -> {
            PersonView view = PersonView.inList(found.getT1(), found.getT2(), sight);
            return view.posts().isEmpty() || !found.getT1().active()
                    ? Mono.error(new RefusedException(KitProblem.NOT_FOUND))
                    : Mono.just(view);
        });
        return transaction.within(caller, work);
    }

    Mono<PersonView> create(Caller caller, @Nullable String key, PersonBody body) {
        Access.requireGroupAdmin(caller);
        Person person = Person.joining(new PersonId(Ids.next()), body.checked());
        Mono<PersonView> work =
                groups.lock(caller.group()).then(join(caller, person)).then(Mono.defer(() -> view(person.id())));
        return transaction.within(
                caller, idempotency.once(caller, key, Asked.with("person", body), PersonView.class, work));
    }

    /** Writes somebody new with their login address, audit entry and event, in the transaction that is open. */
    public Mono<Void> join(Caller caller, Person person) {
        UUID group = caller.group();
        UUID id = person.id().value();
        return people.insert(group, person)
                .then(logins.setAddress(group, id, person.details().email().value()))
                .then(audit.record(caller, "person.created", "person", id, null))
                .then(Mono.defer(() -> events.personChanged(group, person.id())));
    }

    Mono<PersonView> change(Caller caller, PersonId id, @Nullable String ifMatch, PersonBody body) {
        Access.requireGroupAdmin(caller);
        Mono<PersonView> work = locked(caller, id).flatMap(person -> {
            new IfMatch(ifMatch).mustBe(person.version());
            Person.Details details = body.checked();
            boolean moved = !details.email().equals(person.details().email());
            return posts.notEnded(id)
                    .zipWhen(held -> settings.all(settingsOf(held)))
                    .map(found -> person.with(details, found.getT2(), found.getT1()))
                    .flatMap(changed -> save(caller, "person.changed", changed))
                    .then(
                            moved
                                    ? logins.setAddress(
                                            caller.group(),
                                            id.value(),
                                            details.email().value())
                                    : Mono.empty())
                    .then(Mono.defer(() -> view(id)));
        });
        return transaction.within(caller, work);
    }

    Mono<PersonView> setLineManager(
            Caller caller, PersonId id, @Nullable String ifMatch, @Nullable PersonId managerId) {
        Access.requireGroupAdmin(caller);
        Mono<PersonView> work = locked(caller, id)
                .flatMap(person -> {
                    new IfMatch(ifMatch).mustBe(person.version());
                    if (managerId == null) {
                        return save(caller, "person.line-manager-changed", person.reportingTo(null, List.of()));
                    }
                    return people.find(managerId)
                            .switchIfEmpty(Mono.error(() -> new RefusedException(
                                    KitProblem.INVALID, new FieldError("/managerId", "There is no such person."))))
                            .zipWith(people.above(managerId))
                            .map(found -> person.reportingTo(found.getT1(), found.getT2()))
                            .flatMap(changed -> save(caller, "person.line-manager-changed", changed));
                })
                .then(Mono.defer(() -> view(id)));
        return transaction.within(caller, work);
    }

    Mono<PersonView> disable(Caller caller, @Nullable String key, PersonId id) {
        return inOneStep(
                caller,
                key,
                "person-disablement",
                id,
                person -> person.active()
                        ? posts.groupAdmins(today.date()).map(person::disabled).flatMap(disabled -> save(
                                        caller, "person.disabled", disabled)
                                .then(logins.end(id.value())))
                        : Mono.empty());
    }

    Mono<PersonView> reinstate(Caller caller, @Nullable String key, PersonId id) {
        return inOneStep(
                caller,
                key,
                "person-reinstatement",
                id,
                person -> person.active() ? Mono.empty() : save(caller, "person.reinstated", person.reinstated()));
    }

    private Mono<PersonView> inOneStep(
            Caller caller, @Nullable String key, String command, PersonId id, Function<Person, Mono<Void>> step) {
        Access.requireGroupAdmin(caller);
        Mono<PersonView> work = locked(caller, id).flatMap(step).then(Mono.defer(() -> view(id)));
        return transaction.within(
                caller, idempotency.once(caller, key, Asked.of(command, id.value()), PersonView.class, work));
    }

    private Mono<Void> save(Caller caller, String action, Person changed) {
        return people.save(changed)
                .then(audit.record(caller, action, "person", changed.id().value(), null))
                .then(Mono.defer(() -> events.personChanged(caller.group(), changed.id())));
    }

    Mono<Person> locked(Caller caller, PersonId id) {
        return groups.lock(caller.group()).then(existing(id));
    }

    Mono<PersonView> view(PersonId id) {
        return existing(id).flatMap(person -> Mono.zip(posts.of(List.of(id)), passwordCodes.of(List.of(id)))
                .map(found -> PersonView.full(person, found.getT1(), found.getT2())));
    }

    private Mono<Person> existing(PersonId id) {
        return people.find(id).switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    private Mono<Setting> existingSetting(SettingId id) {
        return settings.find(id).switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    private static List<PostHeld> heldBy(Person person, Collection<PostHeld> posts) {
        return posts.stream().filter(post -> post.person().equals(person.id())).toList();
    }

    private static List<SettingId> settingsOf(Collection<PostHeld> posts) {
        return posts.stream()
                .map(PostHeld::setting)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
