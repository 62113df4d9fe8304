package org.clearpost.identity.directory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clearpost.identity.directory.PasswordCodes.PasswordCodeView;
import org.clearpost.identity.directory.model.Nation;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PersonType;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.model.SettingType;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells people who they are here: their posts of today and the words their settings use for them (UI-03). */
@RestController
@RequestMapping("/api/directory/me")
class MeController {

    private final TenantTransaction transaction;
    private final GroupRepository groups;
    private final SettingRepository settings;
    private final PersonRepository people;
    private final PostRepository posts;
    private final PasswordCodes passwordCodes;
    private final Today today;

    MeController(
            TenantTransaction transaction,
            GroupRepository groups,
            SettingRepository settings,
            PersonRepository people,
            PostRepository posts,
            PasswordCodes passwordCodes,
            Today today) {
        this.transaction = transaction;
        this.groups = groups;
        this.settings = settings;
        this.people = people;
        this.posts = posts;
        this.passwordCodes = passwordCodes;
        this.today = today;
    }

    /** {@code passwordCodes} are for safeguarding leads: those they and the others at their settings were given. */
    record MeView(
            PersonPart person,
            GroupPart group,
            List<PostView> posts,
            List<SettingPart> settings,
            List<PasswordCodeView> passwordCodes) {

        record PersonPart(UUID id, String name, String email, PersonType personType) {}

        record GroupPart(UUID id, String name) {}

        record SettingPart(
                UUID id, String officialName, SettingType type, Nation nation, Map<RoleCode, String> labels) {}

        static MeView of(
                Person person,
                GroupPart group,
                List<PostHeld> posts,
                List<Setting> settings,
                List<PasswordCodeView> passwordCodes) {
            Person.Details details = person.details();
            return new MeView(
                    new PersonPart(
                            person.id().value(), details.name(), details.email().value(), details.type()),
                    group,
                    posts.stream().map(PostView::of).toList(),
                    settings.stream()
                            .map(setting -> new SettingPart(
                                    setting.id().value(),
                                    setting.details().officialName(),
                                    setting.details().type(),
                                    setting.details().nation(),
                                    setting.details().labels()))
                            .toList(),
                    passwordCodes);
        }
    }

    @GetMapping
    Mono<MeView> me(Caller caller) {
        Access.requirePerson(caller);
        PersonId id = new PersonId(caller.id());
        Mono<MeView> work = people.find(id)
                .filter(Person::active)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .flatMap(person -> Mono.zip(groups.name(caller.group()), posts.heldToday(id, today.date()))
                        .flatMap(found -> Mono.zip(settingsOf(found.getT2()), passwordCodes.ofLeads(found.getT2()))
                                .map(seen -> MeView.of(
                                        person,
                                        new MeView.GroupPart(caller.group(), found.getT1()),
                                        found.getT2(),
                                        seen.getT1(),
                                        seen.getT2()))));
        return transaction.within(caller, work);
    }

    private Mono<List<Setting>> settingsOf(List<PostHeld> held) {
        if (held.stream().anyMatch(post -> post.role() == RoleCode.GROUP_ADMIN)) {
            return settings.allOpen();
        }
        return settings.all(held.stream()
                .map(PostHeld::setting)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }
}
