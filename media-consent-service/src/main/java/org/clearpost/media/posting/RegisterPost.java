package org.clearpost.media.posting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.deciding.AskAgain;
import org.clearpost.media.deciding.AskAgain.Pictured;
import org.clearpost.media.deciding.AskAgain.Present;
import org.clearpost.media.deciding.StoredDecision;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.PostAddress;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.posting.PostController.AlreadyOutRequest;
import org.clearpost.media.posting.PostController.PostedRequest;
import org.clearpost.media.posting.PostRepository.Place;
import org.clearpost.media.posting.PublishedView.How;
import org.clearpost.media.takedowns.Cause;
import org.clearpost.media.takedowns.OpenTakedowns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Registers a post as put out. In one transaction it locks everybody in it, asks the question again by the rules of now,
 * and keeps the post only if nothing stands against it: a withdrawal is either seen here, or finds the post and has it
 * taken down. There is no moment between the two.
 */
@Service
class RegisterPost {

    private static final int LONGEST_ADDRESS = 2000;
    private static final int MOST_RULES = 100;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final AskAgain again;
    private final PostRepository posts;
    private final OpenTakedowns takedowns;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    RegisterPost(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            AskAgain again,
            PostRepository posts,
            OpenTakedowns takedowns,
            AuditLog audit,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.again = again;
        this.posts = posts;
        this.takedowns = takedowns;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Fails with {@link MediaProblem#NOT_TO_BE_POSTED}, and the answer of this moment, unless nothing fails and nothing
     * is open but rules ticked as checked outside Clearpost.
     */
    Mono<PublishedView> posted(Caller caller, @Nullable String key, UUID decision, PostedRequest request) {
        return transaction.within(
                caller,
                visible(caller, decision)
                        .flatMap(stored -> idempotency.once(
                                caller,
                                key,
                                new Command("decision.posted", decision, request),
                                PublishedView.class,
                                Mono.defer(() -> posted(caller, stored, request)))));
    }

    /** For what is out there whatever the answer is: it is put on record, and has to come down at once. */
    Mono<PublishedView> alreadyOut(Caller caller, @Nullable String key, UUID decision, AlreadyOutRequest request) {
        return transaction.within(
                caller,
                visible(caller, decision)
                        .flatMap(stored -> idempotency.once(
                                caller,
                                key,
                                new Command("decision.already-out", decision, request),
                                PublishedView.class,
                                Mono.defer(() -> alreadyOut(caller, stored, request)))));
    }

    private Mono<PublishedView> posted(Caller caller, StoredDecision stored, PostedRequest request) {
        Fields fields = new Fields();
        TreeSet<String> ticked = new TreeSet<>(fields.list("/checkedOutside", request.checkedOutside(), MOST_RULES));
        return posts.place(stored.account()).flatMap(place -> {
            String address = address(fields, request.address(), place);
            fields.check();
            return underLock(caller, stored).flatMap(present -> {
                if (!present.allowsPosting(ticked)) {
                    return Mono.error(new RefusedException(MediaProblem.NOT_TO_BE_POSTED, List.of(), present.answer()));
                }
                List<String> outside =
                        present.notChecked().stream().filter(ticked::contains).toList();
                return register(caller, stored, present, How.REGISTERED, address, outside)
                        .flatMap(posts::find);
            });
        });
    }

    private Mono<PublishedView> alreadyOut(Caller caller, StoredDecision stored, AlreadyOutRequest request) {
        Fields fields = new Fields();
        String address = fields.line("/address", request.address(), LONGEST_ADDRESS);
        if (!address.isEmpty() && !PostAddress.isOnTheWeb(address)) {
            fields.refuse("/address", "Please give the address of the post itself, from https:// on.");
        }
        fields.check();
        return underLock(caller, stored)
                .flatMap(present -> register(caller, stored, present, How.ALREADY_OUT, address, List.of())
                        .flatMap(item -> takedowns
                                .forPost(
                                        caller.group(),
                                        item,
                                        Cause.OUT_UNCHECKED,
                                        present.people().stream()
                                                .filter(person -> !person.fine())
                                                .map(Pictured::subject)
                                                .toList(),
                                        now())
                                .then(Mono.defer(() -> posts.find(item)))));
    }

    /** The answer of now, with everybody it is about locked until this transaction ends. */
    private Mono<Present> underLock(Caller caller, StoredDecision stored) {
        List<UUID> people =
                again.mentioned(stored).stream().map(SubjectId::value).sorted().toList();
        return posts.lock(stored.account(), people)
                .then(Mono.defer(() -> again.now(caller, stored, now().truncatedTo(ChronoUnit.MILLIS))));
    }

    private Mono<UUID> register(
            Caller caller,
            StoredDecision stored,
            Present present,
            How how,
            String address,
            List<String> checkedOutside) {
        UUID item = Ids.next();
        PostRepository.NewPost post = new PostRepository.NewPost(
                item,
                stored.setting(),
                stored.id(),
                stored.account(),
                address,
                again.pictureDigest(stored),
                how,
                checkedOutside,
                present.ruleSet(),
                caller.id(),
                now());
        String action = how == How.REGISTERED ? "post.registered" : "post.already-out";
        return posts.add(caller.group(), post, present.people())
                .then(audit.record(caller, action, "published_item", item, stored.setting()))
                .then(outbox.append(
                        caller.group(),
                        "org.clearpost.media.PostRegistered",
                        item,
                        Map.of(
                                "itemId", item,
                                "settingId", stored.setting(),
                                "accountId", stored.account(),
                                "decisionId", stored.id())))
                .thenReturn(item);
    }

    /** Who may ask may say that it was posted; a scheduler cannot tick what only a person can have checked. */
    private Mono<StoredDecision> visible(Caller caller, UUID decision) {
        return again.find(decision)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .flatMap(stored -> doors.asks(caller, stored.setting())
                        .flatMap(doors::hidden)
                        .then(Mono.defer(() -> doors.openly(caller.isPerson(), caller, stored.setting())))
                        .thenReturn(stored));
    }

    /** A newsletter or a noticeboard has no address of its own for each post: there its number will do. */
    private static String address(Fields fields, @Nullable String given, Place place) {
        String address = fields.line("/address", given, LONGEST_ADDRESS);
        boolean mustBeOnTheWeb = place.platform().isOnTheWeb() || PostAddress.isOnTheWeb(place.address());
        if (!address.isEmpty() && mustBeOnTheWeb) {
            PostAddress.wrong(address, place.platform(), place.address())
                    .ifPresent(sentence -> fields.refuse("/address", sentence));
        }
        return address;
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
