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
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says whom to reach as the holder of a post, in place of what was said before, or that it is nobody. */
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
                locked(caller, setting, seen)
                        .flatMap(panel -> save(
                                caller,
                                panel,
                                HelpContact.of(
                                        post,
                                        request.shownAs(),
                                        request.phone(),
                                        request.email(),
                                        panel.emailDomains()))));
    }

    /** Takes the holder of a post off the panel; 999 stays. */
    Mono<Panel> clear(Caller caller, SettingId setting, HelpPost post, IfMatch seen) {
        return transaction.within(caller, locked(caller, setting, seen).flatMap(panel -> repository
                .clear(setting, post)
                .then(audit.record(caller, "help-contact.cleared", "setting", setting.value(), setting.value()))
                .then(repository.advance(panel))));
    }

    /** The panel of an open setting as the caller saw it, held until the end of the transaction. */
    private Mono<Panel> locked(Caller caller, SettingId setting, IfMatch seen) {
        return Mono.defer(() -> {
                    HelpAccess.change(caller, setting);
                    return repository.lockPanel(setting);
                })
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                .map(panel -> {
                    seen.mustBe(panel.revision());
                    if (!panel.open()) {
                        throw new RefusedException(IncidentProblem.SETTING_CLOSED);
                    }
                    return panel;
                });
    }

    private Mono<Panel> save(Caller caller, Panel panel, HelpContact contact) {
        SettingId setting = panel.setting();
        return repository
                .save(caller.group(), setting, contact, caller.id(), clock.instant())
                .then(audit.record(caller, "help-contact.changed", "setting", setting.value(), setting.value()))
                .then(repository.advance(panel));
    }
}
