package org.clearpost.media.families;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.families.model.FamilyProblem;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The mails of an installation without a mail server, to try the product with. With a server there is nothing here:
 * nobody reads a family's mail.
 */
@Service
class ReadOutbox {

    private final TenantTransaction transaction;
    private final Doors doors;
    private final FamiliesRepository families;
    private final MailRepository mails;
    private final SendMails sending;
    private final AuditLog audit;
    private final MailProperties properties;
    private final Clock clock;

    ReadOutbox(
            TenantTransaction transaction,
            Doors doors,
            FamiliesRepository families,
            MailRepository mails,
            SendMails sending,
            AuditLog audit,
            MailProperties properties,
            Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.families = families;
        this.mails = mails;
        this.sending = sending;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<OutboxView> list(Caller caller, UUID setting) {
        return transaction.within(
                caller,
                doors.readsOutbox(caller, setting)
                        .flatMap(may -> doors.openly(may, caller, setting))
                        .then(Mono.defer(() -> properties.hasServer()
                                ? Mono.just(new OutboxView(true, List.of()))
                                : families.waiting(setting).collectList().map(found -> new OutboxView(false, found)))));
    }

    /** Makes the mail, link and all, as if it were sent now. */
    Mono<OutboxView.OpenedMail> open(Caller caller, UUID mail) {
        return transaction.within(
                caller,
                mails.find(mail)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                        .flatMap(due -> doors.readsOutbox(caller, due.setting())
                                .flatMap(doors::hidden)
                                .then(Mono.defer(() -> properties.hasServer()
                                        ? Mono.error(new RefusedException(FamilyProblem.NO_OUTBOX))
                                        : sending.make(caller.group(), due)))
                                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                                .flatMap(made -> audit.record(
                                                caller, "family.mail-opened", "outgoing-mail", mail, due.setting())
                                        .then(mails.end(mail, "SENT", clock.instant()))
                                        .thenReturn(
                                                new OutboxView.OpenedMail(made.subject(), made.text(), made.link())))));
    }
}
