package org.clearpost.media.families;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.config.KitProperties;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.families.MailRepository.Due;
import org.clearpost.media.families.MailRepository.Place;
import org.clearpost.media.families.SmtpServer.Letter;
import org.clearpost.media.families.SmtpServer.Outcome;
import org.clearpost.media.families.model.LinkKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Sends what is due, after the transaction that made it due. A mail's link is made when the mail is: its key is kept as
 * a hash alone, so a mail that is sent again has a new one.
 */
@Service
class SendMails {

    static final Duration ENTRY_LIFE = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(SendMails.class);
    private static final Duration INVITATION_LIFE = Duration.ofDays(60);
    private static final Duration KEYS_KEPT = Duration.ofDays(30);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));
    private static final int AT_ONCE = 2;

    private final TenantTransaction transaction;
    private final MailRepository mails;
    private final SmtpServer server;
    private final AuditLog audit;
    private final MailProperties properties;
    private final KitProperties platform;
    private final MeterRegistry meters;
    private final Clock clock;

    SendMails(
            TenantTransaction transaction,
            MailRepository mails,
            SmtpServer server,
            AuditLog audit,
            MailProperties properties,
            KitProperties platform,
            MeterRegistry meters,
            Clock clock) {
        this.transaction = transaction;
        this.mails = mails;
        this.server = server;
        this.audit = audit;
        this.properties = properties;
        this.platform = platform;
        this.meters = meters;
        this.clock = clock;
    }

    /** A mail as its reader gets it. */
    record Made(String address, String settingName, String subject, String text, String link) {

        @Override
        public String toString() {
            return "Made";
        }
    }

    Mono<Void> sendDue() {
        if (!properties.hasServer()) {
            return Mono.empty();
        }
        return transaction
                .across(mails.due(now()).collectList())
                .flatMapIterable(places -> places)
                .flatMap(this::send, AT_ONCE)
                .then();
    }

    /** Old keys open nothing; nobody needs to know that they once were. */
    Mono<Void> forgetOldKeys() {
        return transaction
                .across(mails.groupsWithKeysBefore(now().minus(KEYS_KEPT)).collectList())
                .flatMapIterable(groups -> groups)
                .concatMap(group -> transaction.asSystem(
                        group,
                        mails.forgetKeysBefore(now().minus(KEYS_KEPT))
                                .then(audit.recordSystem(group, "family.keys-forgotten", "setting", null, null))))
                .then();
    }

    private Mono<Void> send(Place place) {
        return transaction
                .asSystem(
                        place.group(),
                        mails.claim(place.id(), now(), now().plus(properties.lease()))
                                .flatMap(due -> tooLate(due)
                                        ? giveUp(due)
                                        : make(place.group(), due)
                                                .map(made -> new Ready(due, made))
                                                .switchIfEmpty(giveUp(due))))
                .flatMap(ready -> server.send(new Letter(
                                ready.made().address(),
                                ready.made().settingName(),
                                ready.made().subject(),
                                ready.made().text()))
                        .flatMap(outcome -> transaction.asSystem(place.group(), note(place, ready.due(), outcome))))
                .onErrorResume(failure -> {
                    // It is due again when its lease has run out.
                    log.warn(
                            "Mail {} was not sent and stays due: {}",
                            place.id(),
                            failure.getClass().getSimpleName());
                    return Mono.empty();
                });
    }

    private record Ready(Due due, Made made) {}

    /** The mail with a fresh link; empty when nobody may get it any more. Use inside the group's transaction. */
    Mono<Made> make(UUID group, Due due) {
        LinkKey key = LinkKey.fresh(group);
        boolean entry = due.kind().letsIn();
        String link = platform.issuer() + "/family#" + (entry ? "e=" : "i=") + key.text();
        return mails.recipient(due.giver(), CivilDay.of(now())).flatMap(to -> mails.keepKey(
                        key, due.giver(), entry, now(), entry ? ENTRY_LIFE : INVITATION_LIFE, null, null)
                .then(audit.recordSystem(group, "family.link-made", "giver", due.giver(), due.setting()))
                .thenReturn(new Made(
                        to.address(),
                        to.settingName(),
                        due.kind().subject(to.settingName()),
                        due.kind().text(to.settingName(), link),
                        link)));
    }

    /** Somebody who asked for a link is not waiting for it any more. */
    private boolean tooLate(Due due) {
        return due.kind().letsIn() && due.createdAt().plus(ENTRY_LIFE).isBefore(now());
    }

    private Mono<Ready> giveUp(Due due) {
        return Mono.defer(() -> mails.end(due.id(), "GIVEN_UP", now())).then(Mono.empty());
    }

    private Mono<Void> note(Place place, Due due, Outcome outcome) {
        meters.counter("clearpost.mails", "kind", due.kind().name(), "outcome", outcome.name())
                .increment();
        return switch (outcome) {
            case SENT -> mails.end(place.id(), "SENT", now());
            case BOUNCED -> mails.end(place.id(), "BOUNCED", now());
            case FAILED ->
                due.attempts() > PAUSES.size()
                        ? mails.end(place.id(), "GIVEN_UP", now())
                        : mails.retry(place.id(), now().plus(PAUSES.get(due.attempts() - 1)));
        };
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
