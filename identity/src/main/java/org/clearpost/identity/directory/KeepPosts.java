package org.clearpost.identity.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.PostId;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives posts and ends them. The post, the raised epoch, the audit entry and the event commit together. */
@Component
public class KeepPosts {

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final DirectoryEvents events;
    private final KeepPeople people;
    private final SettingRepository settings;
    private final PostRepository posts;
    private final Today today;

    KeepPosts(
            TenantTransaction transaction,
            Idempotency idempotency,
            AuditLog audit,
            DirectoryEvents events,
            KeepPeople people,
            SettingRepository settings,
            PostRepository posts,
            Today today) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.audit = audit;
        this.events = events;
        this.people = people;
        this.settings = settings;
        this.posts = posts;
        this.today = today;
    }

    Mono<PersonView> give(Caller caller, @Nullable String key, PersonId id, PostController.PostBody body) {
        Access.requireGroupAdmin(caller);
        UUID setting = body.settingId();
        Mono<PersonView> work = people.locked(caller, id)
                .flatMap(person -> give(
                        caller,
                        person,
                        PostHeld.Wanted.of(
                                setting == null ? null : new SettingId(setting),
                                body.role(),
                                Boolean.TRUE.equals(body.deputy()),
                                body.from(),
                                body.to(),
                                today.date())))
                .then(Mono.defer(() -> people.view(id)));
        return transaction.within(
                caller,
                idempotency.once(caller, key, new Asked("post", id.value(), null, body), PersonView.class, work));
    }

    /** Gives a post in the transaction that is open, under the group's lock. */
    public Mono<Void> give(Caller caller, Person person, PostHeld.Wanted wanted) {
        SettingId setting = wanted.setting();
        PostId id = new PostId(Ids.next());
        LocalDate day = today.date();
        Mono<PostHeld> given = setting == null
                ? Mono.fromSupplier(() -> PostHeld.given(id, person, wanted, null, day))
                : settings.find(setting)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(
                                KitProblem.INVALID, new FieldError("/settingId", "There is no such setting."))))
                        .map(found -> PostHeld.given(id, person, wanted, found, day));
        return given.flatMap(post -> posts.insert(caller.group(), post)
                .then(audit.record(caller, "post.given", "post", id.value(), setting == null ? null : setting.value()))
                .then(Mono.defer(() -> events.tokensOutdated(caller.group(), List.of(person.id())))));
    }

    Mono<PersonView> end(Caller caller, @Nullable String key, PersonId id, PostId postId, PostController.EndBody body) {
        Access.requireGroupAdmin(caller);
        LocalDate day = today.date();
        LocalDate on = body.on() == null ? day : body.on();
        Mono<PersonView> work = people.locked(caller, id)
                .then(posts.find(id, postId))
                .zipWith(posts.groupAdmins(day))
                .map(found -> found.getT1().ended(on, day, found.getT2()))
                .flatMap(ended -> posts.saveEnd(ended)
                        .then(audit.record(caller, "post.ended", "post", postId.value(), settingOf(ended)))
                        .then(Mono.defer(() -> events.tokensOutdated(caller.group(), List.of(id)))))
                .then(Mono.defer(() -> people.view(id)));
        return transaction.within(
                caller,
                idempotency.once(
                        caller, key, new Asked("post-end", id.value(), postId.value(), body), PersonView.class, work));
    }

    private static @Nullable UUID settingOf(PostHeld post) {
        SettingId setting = post.setting();
        return setting == null ? null : setting.value();
    }
}
