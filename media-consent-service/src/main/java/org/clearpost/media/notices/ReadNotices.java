package org.clearpost.media.notices;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.edge.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A person's own notices, and that they were seen. */
@Service
class ReadNotices {

    private final TenantTransaction transaction;
    private final NoticeRepository notices;
    private final Clock clock;

    ReadNotices(TenantTransaction transaction, NoticeRepository notices, Clock clock) {
        this.transaction = transaction;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param unseen of all notices, not only of this part of the list */
    record NoticesView(List<NoticeView> items, @Nullable String next, long unseen) {}

    Mono<NoticesView> own(Caller caller, @Nullable Cursor after, int limit) {
        UUID before = after == null ? null : after.uuid(0);
        return transaction.within(
                caller,
                person(caller)
                        .then(notices.ofPerson(caller.id(), before, limit + 1).collectList())
                        .map(found -> Page.of(
                                found, limit, last -> Cursor.of(last.id().toString())
                                        .toString()))
                        .zipWhen(page -> notices.unseen(caller.id()))
                        .map(read -> new NoticesView(
                                read.getT1().items(), read.getT1().next(), read.getT2())));
    }

    Mono<Void> seen(Caller caller, UUID notice) {
        return transaction.within(
                caller,
                person(caller)
                        .then(notices.seen(caller.id(), notice, clock.instant()))
                        .flatMap(own -> own ? Mono.empty() : Mono.error(new RefusedException(KitProblem.NOT_FOUND))));
    }

    private static Mono<Void> person(Caller caller) {
        return caller.isPerson() ? Mono.empty() : Mono.error(new RefusedException(KitProblem.NOT_FOUND));
    }
}
