package org.clearpost.media.families;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.config.KitProperties;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.consenting.Lapsing;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.families.FamiliesController.EntryRequest;
import org.clearpost.media.families.FamiliesController.EntryView;
import org.clearpost.media.families.FamiliesController.FamilyWordingRequest;
import org.clearpost.media.families.FamiliesController.FamilyWordingView;
import org.clearpost.media.families.FamiliesController.RoundRequest;
import org.clearpost.media.families.FamiliesController.Rounds;
import org.clearpost.media.families.FamiliesController.WordingText;
import org.clearpost.media.families.FamilyRepository.Words;
import org.clearpost.media.families.MailRepository.Place;
import org.clearpost.media.families.model.FamilyProblem;
import org.clearpost.media.families.model.FamilyStatus;
import org.clearpost.media.families.model.IdentityCheck;
import org.clearpost.media.families.model.Language;
import org.clearpost.media.families.model.LinkKey;
import org.clearpost.media.families.model.RoundKind;
import org.clearpost.media.families.model.Wording;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks families for their answers, reminds them, and shows who has answered. */
@Service
class AskFamilies {

    private static final Logger log = LoggerFactory.getLogger(AskFamilies.class);

    private final TenantTransaction transaction;
    private final Doors doors;
    private final FamiliesRepository families;
    private final RenewalRepository renewals;
    private final FamilyRepository answers;
    private final MailRepository mails;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final FamilyProperties properties;
    private final KitProperties platform;
    private final Clock clock;

    AskFamilies(
            TenantTransaction transaction,
            Doors doors,
            FamiliesRepository families,
            RenewalRepository renewals,
            FamilyRepository answers,
            MailRepository mails,
            Idempotency idempotency,
            AuditLog audit,
            FamilyProperties properties,
            KitProperties platform,
            Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.families = families;
        this.renewals = renewals;
        this.answers = answers;
        this.mails = mails;
        this.idempotency = idempotency;
        this.audit = audit;
        this.properties = properties;
        this.platform = platform;
        this.clock = clock;
    }

    Mono<FamiliesView> list(
            Caller caller,
            UUID setting,
            @Nullable String className,
            @Nullable FamilyStatus status,
            @Nullable Cursor after,
            int limit) {
        String of = className == null ? "" : className;
        return transaction.within(
                caller,
                admit(caller, setting)
                        .then(audit.record(caller, "families.read", "setting", setting, setting))
                        .then(families.page(setting, of, status, today(), after, limit + 1)
                                .collectList())
                        .map(found -> Page.of(
                                found, limit, last -> Cursor.of(last.giverId().toString())
                                        .toString()))
                        .flatMap(page -> families.counts(setting, of, today())
                                .map(counts -> new FamiliesView(page.items(), page.next(), counts))));
    }

    Mono<Rounds> rounds(Caller caller, UUID setting) {
        return transaction.within(
                caller,
                admit(caller, setting)
                        .then(families.rounds(setting).collectList())
                        .map(Rounds::new));
    }

    Mono<RoundView> round(Caller caller, UUID round) {
        return transaction.within(
                caller,
                families.round(round)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                        .flatMap(found -> doors.hidden(Access.handlesConsent(caller, found.settingId()))
                                .thenReturn(found)));
    }

    /** Begins to ask or remind. The first part is done by the next look, so nobody waits for a long list. */
    Mono<RoundView> start(Caller caller, @Nullable String key, UUID setting, RoundRequest request) {
        return transaction.within(
                caller,
                admit(caller, setting)
                        .then(idempotency.once(
                                caller,
                                key,
                                new Command("families.ask", setting, request),
                                RoundView.class,
                                Mono.defer(() -> start(caller, setting, request)))));
    }

    private Mono<RoundView> start(Caller caller, UUID setting, RoundRequest request) {
        Fields fields = new Fields();
        RoundKind kind = fields.required("/kind", request.kind(), RoundKind.ASK);
        String className = fields.optionalLine("/className", request.className(), 100);
        if (kind == RoundKind.RENEW && className != null) {
            fields.refuse("/className", "A renewal is about every class.");
        }
        if (kind != RoundKind.RENEW && request.until() != null) {
            fields.refuse("/until", "Only a renewal is about answers that end by a day.");
        }
        fields.check();
        UUID round = Ids.next();
        return wordsOf(caller, setting)
                .then(Mono.defer(() -> kind == RoundKind.RENEW
                        ? renewals.ask(caller, round, setting, Lapsing.until(request.until(), now()))
                        : families.addRound(
                                caller.group(),
                                round,
                                setting,
                                kind,
                                className == null ? "" : className,
                                caller.id(),
                                now(),
                                today())))
                .then(audit.record(caller, action(kind), "family-round", round, setting))
                .then(Mono.defer(() -> families.round(round)));
    }

    private static String action(RoundKind kind) {
        return switch (kind) {
            case ASK -> "families.asked";
            case REMIND -> "families.reminded";
            case RENEW -> "families.asked-to-renew";
        };
    }

    /** Takes up every round that is running, here or left by an instance that is gone. */
    Mono<Void> work() {
        return transaction
                .across(families.running(now()).collectList())
                .flatMapIterable(places -> places)
                .concatMap(
                        place -> part(place).repeat().takeUntil(ended -> ended).then())
                .then();
    }

    /** One part, in one transaction: what is noted, mailed and counted is so together or not at all. */
    private Mono<Boolean> part(Place place) {
        return transaction
                .asSystem(
                        place.group(),
                        families.next(place.id())
                                .flatMap(batch -> families.ask(batch, now(), today(), properties.batch()))
                                .map(asked -> asked < properties.batch())
                                .defaultIfEmpty(true))
                .onErrorResume(failure -> {
                    log.warn("Round {} stopped and will be taken up again: {}", place.id(), failure.toString());
                    return Mono.just(true);
                });
    }

    Mono<FamilyWordingView> wording(Caller caller, UUID setting) {
        return transaction.within(
                caller,
                admit(caller, setting)
                        .then(answers.words(setting))
                        .map(words -> new FamilyWordingView(words.version(), words.byLanguage()))
                        .defaultIfEmpty(new FamilyWordingView(0, Wording.starter())));
    }

    Mono<FamilyWordingView> reword(Caller caller, @Nullable String key, UUID setting, FamilyWordingRequest request) {
        return transaction.within(
                caller,
                admit(caller, setting)
                        .then(idempotency.once(
                                caller,
                                key,
                                new Command("families.reword", setting, request),
                                FamilyWordingView.class,
                                Mono.defer(() -> {
                                    Map<Language, Wording> words = read(request);
                                    return answers.words(setting)
                                            .map(Words::version)
                                            .defaultIfEmpty(0)
                                            .flatMap(before -> add(caller, setting, before + 1, words));
                                }))));
    }

    private Mono<FamilyWordingView> add(Caller caller, UUID setting, int version, Map<Language, Wording> words) {
        return answers.addWords(caller.group(), setting, version, words, now(), caller.id())
                .filter(rows -> rows == words.size())
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.CHANGED_MEANWHILE)))
                .then(audit.record(caller, "families.reworded", "setting", setting, setting))
                .thenReturn(new FamilyWordingView(version, words));
    }

    /** A setting that has not written its own words begins with ours, as its version 1. */
    private Mono<Void> wordsOf(Caller caller, UUID setting) {
        return answers.words(setting)
                .map(words -> true)
                .switchIfEmpty(Mono.defer(
                        () -> answers.addWords(caller.group(), setting, 1, Wording.starter(), now(), caller.id())
                                .thenReturn(true)))
                .then();
    }

    private static Map<Language, Wording> read(FamilyWordingRequest request) {
        Fields fields = new Fields();
        Map<Language, WordingText> given = request.wording() == null ? Map.of() : request.wording();
        Map<Language, Wording> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String at = "/wording/" + language;
            WordingText text = fields.required(at, given.get(language), new WordingText(null, null, null));
            String introduction = fields.optionalText(at + "/introduction", text.introduction(), 4000);
            String declaration = fields.optionalText(at + "/declaration", text.declaration(), 2000);
            Map<Purpose, String> questions = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Wording.ASKED) {
                String pointer = at + "/questions/" + purpose;
                String question = fields.line(
                        pointer,
                        text.questions() == null ? null : text.questions().get(purpose),
                        500);
                if (!question.isEmpty() && !question.contains(Wording.CHILD)) {
                    fields.refuse(pointer, "Please say with {child} where the child's first name belongs.");
                }
                questions.put(purpose, question);
            }
            words.put(
                    language,
                    new Wording(
                            fields.required(at + "/introduction", introduction, ""),
                            fields.required(at + "/declaration", declaration, ""),
                            questions));
        }
        fields.check();
        return words;
    }

    /** Lets one family in on a tablet, once somebody has seen who they are. */
    Mono<EntryView> entry(Caller caller, UUID setting, UUID giver, EntryRequest request) {
        return transaction.within(
                caller,
                admit(caller, setting)
                        .then(families.mayAnswer(setting, giver, today()))
                        .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                        .filter(may -> may)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(FamilyProblem.NOT_RESPONSIBLE)))
                        .flatMap(may -> entry(caller, setting, giver, confirmed(request))));
    }

    private Mono<EntryView> entry(Caller caller, UUID setting, UUID giver, IdentityCheck how) {
        Instant now = now();
        LinkKey key = LinkKey.fresh(caller.group());
        return wordsOf(caller, setting)
                .then(mails.keepKey(key, giver, true, now, SendMails.ENTRY_LIFE, caller.id(), how))
                .then(audit.record(caller, "family.identity-confirmed", "giver", giver, setting))
                .thenReturn(
                        new EntryView(platform.issuer() + "/family#e=" + key.text(), now.plus(SendMails.ENTRY_LIFE)));
    }

    private static IdentityCheck confirmed(EntryRequest request) {
        Fields fields = new Fields();
        IdentityCheck how = fields.required("/confirmed", request.confirmed(), IdentityCheck.PHOTO_ID);
        fields.check();
        return how;
    }

    private Mono<Void> admit(Caller caller, UUID setting) {
        return doors.openly(Access.handlesConsent(caller, setting), caller, setting);
    }

    private LocalDate today() {
        return CivilDay.of(now());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
