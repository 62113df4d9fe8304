package org.clearpost.media.posting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.posting.PostController.CorrectionRequest;
import org.clearpost.media.posting.PublishedView.CorrectionKind;
import org.clearpost.media.takedowns.Cause;
import org.clearpost.media.takedowns.OpenTakedowns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows what was put out, and keeps the log of what was put right or called back (PST-23). */
@Service
class KeepPosts {

    private static final int LONGEST_WHAT = 2000;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final PostRepository posts;
    private final OpenTakedowns takedowns;
    private final AuditLog audit;
    private final Clock clock;

    KeepPosts(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            PostRepository posts,
            OpenTakedowns takedowns,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.posts = posts;
        this.takedowns = takedowns;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<Page<PublishedView>> list(Caller caller, UUID setting, @Nullable Cursor after, int limit) {
        return transaction.within(
                caller,
                doors.readsRoster(caller, setting)
                        .flatMap(allowed -> doors.openly(allowed, caller, setting))
                        .then(Mono.defer(() -> posts.list(setting, after == null ? null : after.uuid(0), limit + 1)
                                .collectList()))
                        .map(found -> Page.of(
                                found, limit, last -> Cursor.of(last.id().toString())
                                        .toString()))
                        .flatMap(page -> audit.record(
                                        caller,
                                        "posts.read",
                                        new ListRead(page.items().size()).of("posts"),
                                        null,
                                        setting)
                                .thenReturn(page)));
    }

    Mono<PublishedView> find(Caller caller, UUID item) {
        return transaction.within(caller, read(caller, posts.find(item)));
    }

    Mono<PublishedView> ofDecision(Caller caller, UUID decision) {
        return transaction.within(caller, read(caller, posts.ofDecision(decision)));
    }

    Mono<PublishedView> correct(Caller caller, @Nullable String key, UUID item, CorrectionRequest request) {
        return transaction.within(
                caller,
                visible(caller, posts.find(item))
                        .flatMap(found -> idempotency.once(
                                caller,
                                key,
                                new Command("post.correct", item, request),
                                PublishedView.class,
                                Mono.defer(() -> correct(caller, found, request)))));
    }

    private Mono<PublishedView> correct(Caller caller, PublishedView post, CorrectionRequest request) {
        Fields fields = new Fields();
        CorrectionKind kind = fields.required("/kind", request.kind(), CorrectionKind.CORRECTED);
        String what = fields.optionalText("/what", request.what(), LONGEST_WHAT);
        if (what == null) {
            fields.refuse("/what", "Please say what was wrong and what was done.");
        }
        fields.check();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Mono<Void> calledBack = kind == CorrectionKind.RETRACTED
                ? takedowns.forPost(caller.group(), post.id(), Cause.RETRACTED, List.of(), now)
                : Mono.empty();
        return posts.addCorrection(
                        caller.group(), post.id(), Ids.next(), kind, what == null ? "" : what, caller.id(), now)
                .then(calledBack)
                .then(audit.record(
                        caller,
                        kind == CorrectionKind.RETRACTED ? "post.retracted" : "post.corrected",
                        "published_item",
                        post.id(),
                        post.settingId()))
                .then(Mono.defer(() -> posts.find(post.id())));
    }

    private Mono<PublishedView> read(Caller caller, Mono<PublishedView> post) {
        return visible(caller, post)
                .flatMap(found -> audit.record(caller, "post.read", "published_item", found.id(), found.settingId())
                        .thenReturn(found));
    }

    private Mono<PublishedView> visible(Caller caller, Mono<PublishedView> post) {
        return post.switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .flatMap(found -> doors.readsRoster(caller, found.settingId())
                        .flatMap(doors::hidden)
                        .thenReturn(found));
    }
}
