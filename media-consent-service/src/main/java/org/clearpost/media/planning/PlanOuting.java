package org.clearpost.media.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Use;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Says who of the classes that go out will be cleared on that day for one account's channel, from what is on file now:
 * consent that will have expired, a last day that will have passed and a restriction that will have begun are taken as
 * on that day.
 *
 * <p>Whoever is named as cleared here is cleared until the day is over. It promises no more than a decision of that day
 * would, which is still to be asked.
 */
@Service
class PlanOuting {

    private static final int MOST_CLASSES = 50;
    private static final int LONGEST_CLASS = 100;
    private static final int MOST_PEOPLE = 2_000;
    private static final int MONTHS_AHEAD = 12;

    private final TenantTransaction transaction;
    private final Doors doors;
    private final OutingRepository outings;
    private final AuditLog audit;
    private final Clock clock;

    PlanOuting(TenantTransaction transaction, Doors doors, OutingRepository outings, AuditLog audit, Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.outings = outings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is asked: a day, an account, and classes of which an empty one stands for people in none. */
    record Plan(LocalDate on, UUID account, List<String> classes) {}

    Mono<OutingView> read(Caller caller, UUID setting, Plan plan) {
        return look(caller, setting, plan, "outing.read");
    }

    Mono<OutingView> export(Caller caller, UUID setting, Plan plan) {
        return look(caller, setting, plan, "outing.exported");
    }

    private Mono<OutingView> look(Caller caller, UUID setting, Plan plan, String action) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = CivilDay.of(now);
        return transaction.within(
                caller,
                doors.readsRoster(caller, setting)
                        .flatMap(allowed -> doors.openly(allowed, caller, setting))
                        .then(Mono.fromSupplier(() -> classes(plan, today)))
                        .flatMap(classes -> outings.findAccount(setting, plan.account())
                                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                                .flatMap(account -> {
                                    Use use = account.platform().use();
                                    Instant over = lastMomentOf(plan.on());
                                    return outings.members(
                                                    setting,
                                                    today,
                                                    classes,
                                                    EnumSet.of(Purpose.TAKING, use.purpose()),
                                                    MOST_PEOPLE + 1)
                                            .map(member -> new Going(
                                                    member.facts(),
                                                    member.className(),
                                                    member.facts().clearance(use, over)))
                                            .collectList()
                                            .map(PlanOuting::atMost)
                                            .map(people -> OutingView.of(account, plan.on(), now, classes, people));
                                }))
                        .flatMap(view -> audit.record(caller, action, read(view), null, setting)
                                .thenReturn(view)));
    }

    private static List<String> classes(Plan plan, LocalDate today) {
        Fields fields = new Fields();
        if (plan.on().isBefore(today)) {
            fields.refuse("/on", "This day is over. Choose today or a later day.");
        } else if (plan.on().isAfter(today.plusMonths(MONTHS_AHEAD))) {
            fields.refuse("/on", "Choose a day within the next twelve months.");
        }
        List<String> classes = plan.classes().stream().distinct().toList();
        if (classes.isEmpty()) {
            fields.refuse("/class", "Choose at least one class.");
        } else if (classes.size() > MOST_CLASSES) {
            fields.refuse("/class", "At most " + MOST_CLASSES + " classes, please.");
        } else if (classes.stream().anyMatch(name -> name.length() > LONGEST_CLASS || name.indexOf('\0') >= 0)) {
            fields.refuse("/class", "There is no class of this name.");
        }
        fields.check();
        return classes;
    }

    private static List<Going> atMost(List<Going> people) {
        if (people.size() > MOST_PEOPLE) {
            throw new RefusedException(
                    KitProblem.INVALID,
                    new FieldError(
                            "/class", "More than " + MOST_PEOPLE + " people are in these classes. Choose fewer."));
        }
        return people;
    }

    private static Instant lastMomentOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(CivilDay.ZONE).toInstant().minusNanos(1);
    }

    private static String read(OutingView view) {
        OutingView.OutingCounts counts = view.counts();
        return new ListRead(counts.cleared() + counts.notCleared() + counts.notAsked(), List.of("class")).of("outing");
    }
}
