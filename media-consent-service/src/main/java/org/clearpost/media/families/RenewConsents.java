package org.clearpost.media.families;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.consenting.Lapsing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says whom a renewal would ask, before anybody is written to. */
@Service
class RenewConsents {

    private final TenantTransaction transaction;
    private final Doors doors;
    private final RenewalRepository renewals;
    private final AuditLog audit;
    private final Clock clock;

    RenewConsents(TenantTransaction transaction, Doors doors, RenewalRepository renewals, AuditLog audit, Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.renewals = renewals;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<RenewalView> preview(Caller caller, UUID setting, @Nullable LocalDate until) {
        return Mono.fromSupplier(() -> Lapsing.until(until, clock.instant()))
                .flatMap(span -> transaction.within(
                        caller,
                        doors.openly(Access.handlesConsent(caller, setting), caller, setting)
                                .then(audit.record(caller, "families.read", "setting", setting, setting))
                                .then(Mono.defer(() -> renewals.preview(setting, span)))));
    }
}
