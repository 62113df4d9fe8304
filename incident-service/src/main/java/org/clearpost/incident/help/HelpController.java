package org.clearpost.incident.help;

import static org.clearpost.kit.problem.KitProblem.NOT_FOUND;

import java.util.UUID;
import org.clearpost.incident.help.HelpRepository.Panel;
import org.clearpost.incident.model.HelpAccess;
import org.clearpost.incident.model.HelpPost;
import org.clearpost.incident.model.SettingId;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whom to reach when something is wrong: seen by everybody at a setting, said by its head or safeguarding lead. */
@RestController
@RequestMapping("/api/incidents/settings/{id}/help")
class HelpController {

    private final HelpRepository repository;
    private final TenantTransaction transaction;
    private final ChangeHelpContact changeHelpContact;

    HelpController(HelpRepository repository, TenantTransaction transaction, ChangeHelpContact changeHelpContact) {
        this.repository = repository;
        this.transaction = transaction;
        this.changeHelpContact = changeHelpContact;
    }

    @GetMapping
    Mono<ResponseEntity<HelpView>> help(@PathVariable UUID id, Caller caller) {
        SettingId setting = new SettingId(id);
        return transaction
                .within(
                        caller,
                        Mono.defer(() -> {
                                    HelpAccess.see(caller, setting);
                                    return repository.findPanel(setting);
                                })
                                .flatMap(this::view))
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)));
    }

    @PutMapping("/{post}")
    Mono<ResponseEntity<HelpView>> change(
            @PathVariable UUID id,
            @PathVariable String post,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ContactRequest request,
            Caller caller) {
        return Mono.justOrEmpty(HelpPost.find(post))
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                .flatMap(found -> transaction.within(
                        caller,
                        changeHelpContact
                                .change(caller, new SettingId(id), found, request, new IfMatch(ifMatch))
                                .flatMap(this::view)));
    }

    @DeleteMapping("/{post}")
    Mono<ResponseEntity<HelpView>> clear(
            @PathVariable UUID id,
            @PathVariable String post,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return Mono.justOrEmpty(HelpPost.find(post))
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                .flatMap(found -> transaction.within(
                        caller,
                        changeHelpContact
                                .clear(caller, new SettingId(id), found, new IfMatch(ifMatch))
                                .flatMap(this::view)));
    }

    private Mono<ResponseEntity<HelpView>> view(Panel panel) {
        return repository
                .contacts(panel.setting())
                .map(contacts ->
                        IfMatch.tagged(ResponseEntity.ok(), panel.revision(), HelpView.of(panel.setting(), contacts)));
    }
}
