package org.clearpost.incident.help;

import static org.clearpost.kit.problem.KitProblem.NOT_FOUND;

import java.time.Clock;
import org.clearpost.incident.help.HelpRepository.Panel;
import org.clearpost.incident.model.HelpAccess;
import org.clearpost.incident.model.HelpContact;
import org.clearpost.incident.model.HelpPost;
import org.clearpost.incident.model.IncidentProblem;
import org.clearpost.incident.model.SettingId;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says whom to reach as the holder of a post, in place of what was said before. */
@Component
class ChangeHelpContact {

    private final HelpRepository repository;
    private final TenantTransaction transaction;
    private final AuditLog audit;
    private final Clock clock;

    ChangeHelpContact(HelpRepository repository, TenantTransaction transaction, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<HelpRepository.Panel> change(
            Caller caller, SettingId setting, HelpPost post, ContactRequest request, IfMatch seen) {
        return transaction.within(
                caller,
                Mono.defer(() -> {
                            HelpAccess.change(caller, setting);
                            return repository.lockPanel(setting);
                        })
                        .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                        .flatMap(panel -> {
                            seen.mustBe(panel.revision());
                            return save(caller, panel, contact(panel, post, request));
                        }));
    }

    private static HelpContact contact(Panel panel, HelpPost post, ContactRequest request) {
        if (!panel.open()) {
            throw new RefusedException(IncidentProblem.SETTING_CLOSED);
        }
        return HelpContact.of(post, request.shownAs(), request.phone(), request.email(), panel.emailDomains());
    }

    private Mono<Panel> save(Caller caller, Panel panel, HelpContact contact) {
        SettingId setting = panel.setting();
        return repository
                .save(caller.group(), setting, contact, caller.id(), clock.instant())
                .then(audit.record(caller, "help-contact.changed", "setting", setting.value(), setting.value()))
                .then(repository.advance(panel));
    }
}
