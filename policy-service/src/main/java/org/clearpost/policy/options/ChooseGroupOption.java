package org.clearpost.policy.options;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.policy.model.GroupChoice;
import org.clearpost.policy.model.OptionAccess;
import org.clearpost.policy.model.OptionChange;
import org.clearpost.policy.model.OptionKey;
import org.clearpost.policy.model.OptionsInForce;
import org.clearpost.policy.model.SettingChoice;
import org.clearpost.policy.model.SettingId;
import org.clearpost.policy.options.OptionsRepository.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A group answers an option for all its settings and may lock the answer.
 *
 * <p>A lock puts the settings' own answers aside; lifting it leaves the group's answer standing until a setting answers
 * anew, so nothing comes back that nobody chose. Every setting whose options change is told of in the same
 * transaction.
 */
@Component
class ChooseGroupOption {

    private final OptionsRepository repository;
    private final TenantTransaction transaction;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    ChooseGroupOption(
            OptionsRepository repository, TenantTransaction transaction, AuditLog audit, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<GroupOptionsView> choose(
            Caller caller, OptionKey key, Supplier<@Nullable Object> answer, BooleanSupplier locked, IfMatch seen) {
        return transaction.within(
                caller,
                Mono.defer(() -> {
                            OptionAccess.chooseForGroup(caller);
                            return repository.lockGroup(caller.group());
                        })
                        .doOnNext(seen::mustBe)
                        .flatMap(revision -> repository.groupChoices().flatMap(old -> {
                            GroupChoice chosen = GroupChoice.choose(key, answer.get(), locked.getAsBoolean(), now());
                            return sameAnswer(old.get(key), chosen)
                                    ? Mono.just(GroupOptionsView.of(revision, old))
                                    : save(caller, revision, old, chosen);
                        })));
    }

    private Mono<GroupOptionsView> save(
            Caller caller, long revision, Map<OptionKey, GroupChoice> old, GroupChoice chosen) {
        Map<OptionKey, GroupChoice> now = new HashMap<>(old);
        now.put(chosen.key(), chosen);
        return repository
                .save(caller.group(), chosen)
                .then(repository.append(
                        caller.group(), OptionChange.ofGroup(Ids.next(), old.get(chosen.key()), chosen, caller.id())))
                .then(audit.record(caller, "group-option.chosen", "group", caller.group(), null))
                .then(repository.lockSettings())
                .zipWhen(settings -> repository.allSettingChoices())
                .flatMap(found -> Flux.fromIterable(found.getT1())
                        .concatMap(known -> apply(
                                caller, known, old, now, chosen, found.getT2().getOrDefault(known.setting(), Map.of())))
                        .then())
                .then(repository.advanceGroup(revision))
                .map(advanced -> GroupOptionsView.of(advanced, now));
    }

    private Mono<Void> apply(
            Caller caller,
            Known known,
            Map<OptionKey, GroupChoice> old,
            Map<OptionKey, GroupChoice> now,
            GroupChoice chosen,
            Map<OptionKey, SettingChoice> own) {
        SettingId setting = known.setting();
        SettingChoice answer = own.get(chosen.key());
        if (answer != null && answer.value() != null && chosen.locked()) {
            return repository
                    .save(caller.group(), setting, new SettingChoice(chosen.key(), null, chosen.since()))
                    .then(repository.append(
                            caller.group(),
                            OptionChange.replacedByLock(Ids.next(), setting, answer, caller.id(), chosen.since())))
                    .then(announce(caller, known));
        }
        boolean unchanged = OptionsInForce.of(setting, known.revision(), old, own)
                .option(chosen.key())
                .equals(OptionsInForce.of(setting, known.revision(), now, own).option(chosen.key()));
        return unchanged ? Mono.empty() : announce(caller, known);
    }

    private Mono<Void> announce(Caller caller, Known known) {
        return Mono.defer(() -> repository.advance(known))
                .flatMap(repository::inForce)
                .flatMap(inForce -> outbox.append(
                        caller.group(), OptionsChanged.TYPE, known.setting().value(), OptionsChanged.of(inForce)));
    }

    private static boolean sameAnswer(@Nullable GroupChoice old, GroupChoice chosen) {
        return old == null
                ? chosen.value() == null
                : Objects.equals(old.value(), chosen.value()) && old.locked() == chosen.locked();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
