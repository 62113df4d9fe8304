package org.clearpost.policy.options;

import static org.clearpost.kit.problem.KitProblem.NOT_FOUND;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.policy.model.GroupChoice;
import org.clearpost.policy.model.OptionAccess;
import org.clearpost.policy.model.OptionChange;
import org.clearpost.policy.model.OptionKey;
import org.clearpost.policy.model.OptionsInForce;
import org.clearpost.policy.model.PolicyProblem;
import org.clearpost.policy.model.SettingChoice;
import org.clearpost.policy.model.SettingId;
import org.clearpost.policy.model.StarterSet;
import org.clearpost.policy.options.OptionsRepository.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A setting answers an option, takes its answer back, or takes over a starter set.
 *
 * <p>Answers, history, audit entry and the event that tells other services commit together, under the lock of the
 * setting's row. An answer that changes nothing leaves no trace.
 */
@Component
class ChooseOption {

    private final OptionsRepository repository;
    private final TenantTransaction transaction;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    ChooseOption(
            OptionsRepository repository, TenantTransaction transaction, AuditLog audit, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Answers one option; no value takes the answer back. */
    Mono<OptionsInForce> choose(
            Caller caller, SettingId setting, OptionKey key, Supplier<@Nullable Object> answer, IfMatch seen) {
        return transaction.within(
                caller,
                Mono.defer(() -> lock(caller, setting))
                        .doOnNext(known -> seen.mustBe(known.revision()))
                        .flatMap(known -> Mono.zip(repository.groupChoices(), repository.settingChoices(setting))
                                .flatMap(choices -> {
                                    refuseLocked(choices.getT1().get(key));
                                    SettingChoice chosen = SettingChoice.choose(key, answer.get(), now());
                                    return save(caller, known, choices.getT1(), choices.getT2(), List.of(chosen), null);
                                })));
    }

    /** Takes over every answer of the set that the group has not locked. Runs inside the caller's transaction. */
    Mono<OptionsInForce> takeOver(Caller caller, SettingId setting, StarterSet set, IfMatch seen) {
        return Mono.defer(() -> lock(caller, setting))
                .doOnNext(known -> seen.mayBe(known.revision()))
                .flatMap(known -> Mono.zip(repository.groupChoices(), repository.settingChoices(setting))
                        .flatMap(choices -> {
                            Instant now = now();
                            List<SettingChoice> chosen = set.values().entrySet().stream()
                                    .filter(value -> !isLocked(choices.getT1().get(value.getKey())))
                                    .map(value -> SettingChoice.choose(value.getKey(), value.getValue(), now))
                                    .sorted((one, other) -> one.key().compareTo(other.key()))
                                    .toList();
                            return save(caller, known, choices.getT1(), choices.getT2(), chosen, set.name());
                        }));
    }

    private Mono<Known> lock(Caller caller, SettingId setting) {
        OptionAccess.choose(caller, setting);
        return repository
                .lockSetting(setting)
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                .doOnNext(known -> {
                    if (!known.open()) {
                        throw new RefusedException(PolicyProblem.SETTING_CLOSED);
                    }
                });
    }

    private Mono<OptionsInForce> save(
            Caller caller,
            Known known,
            Map<OptionKey, GroupChoice> group,
            Map<OptionKey, SettingChoice> own,
            List<SettingChoice> chosen,
            @Nullable String starterSet) {
        List<SettingChoice> changed = new ArrayList<>();
        for (SettingChoice choice : chosen) {
            SettingChoice old = own.get(choice.key());
            if (!Objects.equals(old == null ? null : old.value(), choice.value())) {
                changed.add(choice);
            }
        }
        if (changed.isEmpty()) {
            return Mono.just(OptionsInForce.of(known.setting(), known.revision(), group, own));
        }
        Mono<Void> saved = Flux.fromIterable(changed)
                .concatMap(choice -> repository
                        .save(caller.group(), known.setting(), choice)
                        .then(repository.append(
                                caller.group(),
                                OptionChange.ofSetting(
                                        Ids.next(),
                                        known.setting(),
                                        own.get(choice.key()),
                                        choice,
                                        starterSet,
                                        caller.id()))))
                .then(audit.record(
                        caller,
                        starterSet == null ? "option.chosen" : "starter-set.taken-over",
                        "setting",
                        known.setting().value(),
                        known.setting().value()));
        return saved.then(repository.advance(known))
                .flatMap(repository::inForce)
                .flatMap(inForce -> outbox.append(
                                caller.group(),
                                OptionsChanged.TYPE,
                                known.setting().value(),
                                OptionsChanged.of(inForce))
                        .thenReturn(inForce));
    }

    private static void refuseLocked(@Nullable GroupChoice group) {
        if (isLocked(group)) {
            throw new RefusedException(PolicyProblem.OPTION_LOCKED);
        }
    }

    private static boolean isLocked(@Nullable GroupChoice group) {
        return group != null && group.locked();
    }

    /** As the database keeps it, so that an answer reads the same now and later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
