package org.clearpost.policy.options;

import java.util.Optional;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.policy.model.OptionAccess;
import org.clearpost.policy.model.PolicyProblem;
import org.clearpost.policy.model.SettingId;
import org.clearpost.policy.model.StarterSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes over a named starter set for a setting, once however often the same request arrives. */
@Component
class TakeOverStarterSet {

    /** What is asked for, so that one key cannot stand for two different requests. */
    private record Asked(UUID setting, String name, @Nullable String ifMatch) {}

    private final ChooseOption chooseOption;
    private final TenantTransaction transaction;
    private final Idempotency idempotency;

    TakeOverStarterSet(ChooseOption chooseOption, TenantTransaction transaction, Idempotency idempotency) {
        this.chooseOption = chooseOption;
        this.transaction = transaction;
        this.idempotency = idempotency;
    }

    Mono<OptionsView> takeOver(
            Caller caller, SettingId setting, @Nullable String name, IfMatch ifMatch, @Nullable String key) {
        return transaction.within(caller, Mono.defer(() -> {
            OptionAccess.choose(caller, setting);
            StarterSet set = Optional.ofNullable(name)
                    .flatMap(StarterSet::find)
                    .orElseThrow(() -> new RefusedException(
                            PolicyProblem.UNKNOWN_STARTER_SET,
                            new FieldError("/name", "Choose one of the starter sets.")));
            return idempotency.once(
                    caller,
                    key,
                    new Asked(setting.value(), set.name(), ifMatch.text()),
                    OptionsView.class,
                    chooseOption.takeOver(caller, setting, set, ifMatch).map(OptionsView::of));
        }));
    }
}
