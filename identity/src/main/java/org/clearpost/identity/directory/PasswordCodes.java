package org.clearpost.identity.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.identity.model.GivenCode;
import org.clearpost.identity.seam.Logins;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who was given a password code of late, and by whom.
 *
 * <p>Who has a code can sign in as the person. A safeguarding lead sees what nobody else does, so the leads of a setting
 * see it of each other, for as long as this: a lead who was locked out finds it on coming back, and no admin can hide it.
 */
@Component
class PasswordCodes {

    private static final Duration SHOWN_FOR = Duration.ofDays(30);

    private final Logins logins;
    private final PersonRepository people;
    private final PostRepository posts;
    private final Today today;
    private final Clock clock;

    PasswordCodes(Logins logins, PersonRepository people, PostRepository posts, Today today, Clock clock) {
        this.logins = logins;
        this.people = people;
        this.posts = posts;
        this.today = today;
        this.clock = clock;
    }

    /** Without the code. {@code usedAt} is when a password was set with it. */
    record PasswordCodeView(
            UUID personId,
            String personName,
            UUID givenById,
            String givenByName,
            Instant givenAt,
            @Nullable Instant usedAt) {}

    /** Those given to the safeguarding leads of the settings where {@code held} makes somebody one, themselves included. */
    Mono<List<PasswordCodeView>> ofLeads(Collection<PostHeld> held) {
        List<SettingId> led = held.stream()
                .filter(post -> post.role() == RoleCode.DSL)
                .flatMap(post -> Stream.ofNullable(post.setting()))
                .toList();
        return led.isEmpty()
                ? Mono.just(List.of())
                : posts.holdersToday(RoleCode.DSL, led, today.date()).flatMap(this::of);
    }

    Mono<List<PasswordCodeView>> of(Collection<PersonId> whom) {
        return logins.codesGiven(
                        whom.stream().map(PersonId::value).toList(),
                        clock.instant().minus(SHOWN_FOR))
                .flatMap(codes -> people.names(codes.stream()
                                .flatMap(code -> Stream.of(code.person(), code.givenBy()))
                                .distinct()
                                .toList())
                        .map(names ->
                                codes.stream().map(code -> view(code, names)).toList()));
    }

    private static PasswordCodeView view(GivenCode code, Map<UUID, String> names) {
        return new PasswordCodeView(
                code.person(),
                names.getOrDefault(code.person(), ""),
                code.givenBy(),
                names.getOrDefault(code.givenBy(), ""),
                code.givenAt(),
                code.usedAt());
    }
}
