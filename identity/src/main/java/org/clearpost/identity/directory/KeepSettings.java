package org.clearpost.identity.directory;

import java.util.List;
import java.util.UUID;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.model.SettingId;
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

/** Shows, creates, changes and closes settings. A change, its audit entry and its event commit together. */
@Component
class KeepSettings {

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final DirectoryEvents events;
    private final GroupRepository groups;
    private final SettingRepository settings;
    private final PostRepository posts;
    private final Today today;

    KeepSettings(
            TenantTransaction transaction,
            Idempotency idempotency,
            AuditLog audit,
            DirectoryEvents events,
            GroupRepository groups,
            SettingRepository settings,
            PostRepository posts,
            Today today) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.audit = audit;
        this.events = events;
        this.groups = groups;
        this.settings = settings;
        this.posts = posts;
        this.today = today;
    }

    Mono<Page<SettingView>> list(Caller caller, @Nullable UUID after, int limit) {
        Access.Sight sight = Access.ofSettings(caller);
        Mono<List<SettingView>> found = settings.list(sight, after, limit + 1).flatMap(some -> settings.unfilled(
                        some.stream().map(Setting::id).toList(), today.date())
                .map(unfilled -> some.stream()
                        .map(setting -> SettingView.of(setting, unfilled.getOrDefault(setting.id(), List.of())))
                        .toList()));
        return transaction
                .within(caller, found)
                .map(views -> Page.of(views, limit, view -> view.id().toString()));
    }

    Mono<SettingView> show(Caller caller, SettingId id) {
        if (!Access.ofSettings(caller).includes(id.value())) {
            throw new RefusedException(KitProblem.NOT_FOUND);
        }
        return transaction.within(caller, existing(id).flatMap(this::view));
    }

    Mono<SettingView> create(Caller caller, @Nullable String key, SettingBody body) {
        Access.requireGroupAdmin(caller);
        Setting setting = new Setting(new SettingId(Ids.next()), body.checked(), true, 1);
        Mono<SettingView> work = settings.insert(caller.group(), setting)
                .then(record(caller, "setting.created", setting))
                .then(Mono.defer(() -> view(setting)));
        return transaction.within(
                caller, idempotency.once(caller, key, Asked.with("setting", body), SettingView.class, work));
    }

    Mono<SettingView> change(Caller caller, SettingId id, @Nullable String ifMatch, SettingBody body) {
        Access.requireGroupAdmin(caller);
        Mono<SettingView> work = groups.lock(caller.group())
                .then(existing(id))
                .flatMap(setting -> {
                    new IfMatch(ifMatch).mustBe(setting.version());
                    Setting changed = setting.with(body.checked());
                    return requireDomainsInUse(changed).then(settings.save(changed));
                })
                .flatMap(saved -> record(caller, "setting.changed", saved).then(view(saved)));
        return transaction.within(caller, work);
    }

    /** Ends every post held there, so that nobody keeps a right in a place that is closed. */
    Mono<SettingView> close(Caller caller, @Nullable String key, SettingId id) {
        Access.requireGroupAdmin(caller);
        Mono<SettingView> work = groups.lock(caller.group())
                .then(existing(id))
                .flatMap(setting -> settings.save(setting.closed()))
                .flatMap(closed -> posts.endAllAt(id, today.date())
                        .flatMap(people -> events.tokensOutdated(caller.group(), people))
                        .then(record(caller, "setting.closed", closed))
                        .then(view(closed)));
        return transaction.within(
                caller,
                idempotency.once(caller, key, Asked.of("setting-closure", id.value()), SettingView.class, work));
    }

    private Mono<Setting> existing(SettingId id) {
        return settings.find(id).switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    private Mono<Void> requireDomainsInUse(Setting changed) {
        return settings.domainsInUse(changed.id())
                .filter(domain -> !changed.details().emailDomains().contains(domain))
                .next()
                .flatMap(missing -> Mono.error(new RefusedException(
                        KitProblem.INVALID,
                        new FieldError(
                                "/emailDomains",
                                "People with addresses at " + missing + " hold posts here: end these posts first."))));
    }

    private Mono<Void> record(Caller caller, String action, Setting setting) {
        UUID id = setting.id().value();
        return audit.record(caller, action, "setting", id, id).then(events.settingChanged(caller.group(), setting));
    }

    private Mono<SettingView> view(Setting setting) {
        return settings.unfilled(List.of(setting.id()), today.date())
                .map(unfilled -> SettingView.of(setting, unfilled.getOrDefault(setting.id(), List.of())));
    }
}
