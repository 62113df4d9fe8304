package org.clearpost.identity.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.clearpost.identity.directory.model.GroupName;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PersonType;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.PostId;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.identity.model.HeldPost;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.model.NewGroup;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers login from the rows of the transaction that login has opened. */
@Component
class StoredDirectory implements Directory {

    private final GroupRepository groups;
    private final SettingRepository settings;
    private final PersonRepository people;
    private final PostRepository posts;
    private final DirectoryEvents events;
    private final AuditLog audit;
    private final Today today;
    private final Clock clock;

    StoredDirectory(
            GroupRepository groups,
            SettingRepository settings,
            PersonRepository people,
            PostRepository posts,
            DirectoryEvents events,
            AuditLog audit,
            Today today,
            Clock clock) {
        this.groups = groups;
        this.settings = settings;
        this.people = people;
        this.posts = posts;
        this.events = events;
        this.audit = audit;
        this.today = today;
        this.clock = clock;
    }

    @Override
    public Mono<Holder> findHolder(UUID group, UUID person) {
        PersonId id = new PersonId(person);
        return people.find(id)
                .zipWhen(found -> posts.heldToday(id, today.date()))
                .map(found -> new Holder(
                        group,
                        person,
                        found.getT1().active(),
                        found.getT1().epoch(),
                        found.getT2().stream()
                                .map(post -> new HeldPost(post.role().name(), settingOf(post)))
                                .toList()));
    }

    @Override
    public Mono<Holder> holdStill(UUID group, UUID person) {
        return groups.lock(group).then(Mono.defer(() -> findHolder(group, person)));
    }

    @Override
    public Mono<Void> outdateTokens(UUID group, UUID person) {
        return events.tokensOutdated(group, List.of(new PersonId(person)));
    }

    @Override
    public Mono<Void> createFirst(NewGroup group) {
        return Mono.defer(() -> write(group.id(), Checked.of(group, today.date())));
    }

    @Override
    public Flux<UUID> openSettings(UUID group) {
        return settings.allOpen().flatMapIterable(open -> open).map(setting -> setting.id()
                .value());
    }

    private Mono<Void> write(UUID group, Checked first) {
        UUID setting = first.setting().id().value();
        UUID admin = first.admin().id().value();
        return groups.insert(group, first.name(), clock.instant())
                .then(settings.insert(group, first.setting()))
                .then(people.insert(group, first.admin()))
                .then(posts.insert(group, first.post()))
                .then(audit.recordSystem(group, "group.created", "group", group, null))
                .then(audit.recordSystem(group, "setting.created", "setting", setting, setting))
                .then(audit.recordSystem(group, "person.created", "person", admin, null))
                .then(audit.recordSystem(
                        group, "post.given", "post", first.post().id().value(), null))
                .then(events.settingChanged(group, first.setting()))
                .then(Mono.defer(() -> events.personChanged(group, first.admin().id())));
    }

    private static @Nullable UUID settingOf(PostHeld post) {
        SettingId setting = post.setting();
        return setting == null ? null : setting.value();
    }

    private record Checked(String name, Setting setting, Person admin, PostHeld post) {

        /** Says everything that is wrong with all three parts at once. */
        static Checked of(NewGroup group, LocalDate today) {
            List<FieldError> errors = new ArrayList<>();
            NewGroup.FirstSetting setting = group.setting();
            NewGroup.FirstAdmin admin = group.admin();
            String name = checked(errors, () -> GroupName.of("/group", group.name()));
            Setting.Details settingDetails = checked(
                    errors,
                    () -> Setting.Details.of(
                            "/setting",
                            setting.officialName(),
                            setting.type(),
                            setting.nation(),
                            List.copyOf(setting.emailDomains()),
                            Map.of()));
            Person.Details adminDetails = checked(
                    errors, () -> Person.Details.of("/admin", admin.name(), admin.email(), PersonType.EMPLOYEE.name()));
            if (name == null || settingDetails == null || adminDetails == null) {
                throw new RefusedException(KitProblem.INVALID, errors);
            }
            Person person = Person.joining(new PersonId(admin.id()), adminDetails);
            PostHeld.Wanted wanted = PostHeld.Wanted.of(null, RoleCode.GROUP_ADMIN.name(), false, null, null, today);
            return new Checked(
                    name,
                    new Setting(new SettingId(setting.id()), settingDetails, true, 1),
                    person,
                    PostHeld.given(new PostId(Ids.next()), person, wanted, null, today));
        }

        private static <T> @Nullable T checked(List<FieldError> errors, Supplier<T> part) {
            try {
                return part.get();
            } catch (RefusedException refused) {
                errors.addAll(refused.errors());
                return null;
            }
        }
    }
}
