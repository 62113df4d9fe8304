package org.clearpost.media.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.accounts.AccountController.AccountRequest;
import org.clearpost.media.accounts.AccountController.ContributorsRequest;
import org.clearpost.media.accounts.AccountRepository.Particulars;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Registers official accounts, changes them, and names who contributes. A personal page is never registered (MED-14). */
@Service
class KeepAccounts {

    private static final int MOST_CONTRIBUTORS = 200;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final Clock clock;

    KeepAccounts(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            AccountRepository accounts,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<Page<AccountView>> list(Caller caller, UUID setting, @Nullable Cursor after, int limit) {
        return transaction.within(
                caller,
                doors.asks(caller, setting)
                        .flatMap(allowed -> doors.openly(allowed, caller, setting))
                        .then(accounts.list(setting, today(), after, limit + 1).collectList())
                        .map(found -> Page.of(found, limit, last -> Cursor.of(
                                        last.name(), last.id().toString())
                                .toString())));
    }

    Mono<AccountView> register(Caller caller, @Nullable String key, UUID setting, AccountRequest request) {
        UUID id = Ids.next();
        return transaction.within(
                caller,
                doors.openly(Access.managesAccounts(caller, setting), caller, setting)
                        .then(Mono.defer(() -> idempotency.once(
                                caller,
                                key,
                                new Command("account.register", setting, request),
                                AccountView.class,
                                Mono.fromSupplier(() -> particulars(request))
                                        .flatMap(account -> accounts.add(caller.group(), id, setting, account))
                                        .then(audit.record(caller, "account.registered", "account", id, setting))
                                        .then(Mono.defer(() -> accounts.find(id, today())))))));
    }

    Mono<AccountView> find(Caller caller, UUID account) {
        return transaction.within(caller, visible(caller, account));
    }

    Mono<AccountView> change(Caller caller, UUID account, @Nullable String ifMatch, AccountRequest request) {
        return transaction.within(
                caller,
                managed(caller, account)
                        .flatMap(before -> {
                            int seen = new IfMatch(ifMatch).named();
                            Particulars after = particulars(request);
                            if (before.status().isFinal()) {
                                return Mono.error(new RefusedException(MediaProblem.ACCOUNT_CLOSED));
                            }
                            return accounts.change(account, seen, after)
                                    .then(audit.record(
                                            caller, "account.changed", "account", account, before.settingId()));
                        })
                        .then(Mono.defer(() -> accounts.find(account, today()))));
    }

    Mono<AccountView> name(Caller caller, UUID account, @Nullable String ifMatch, ContributorsRequest request) {
        return transaction.within(
                caller,
                managed(caller, account)
                        .flatMap(before -> {
                            int seen = new IfMatch(ifMatch).named();
                            Fields fields = new Fields();
                            fields.required("/people", request.people(), List.of());
                            List<UUID> people = fields.list("/people", request.people(), MOST_CONTRIBUTORS);
                            fields.check();
                            return eachHoldsAPost(before.settingId(), people)
                                    .then(Mono.defer(() -> accounts.replaceContributors(
                                            caller.group(),
                                            account,
                                            seen,
                                            people.stream().distinct().toList(),
                                            clock.instant(),
                                            caller.id())))
                                    .then(audit.record(
                                            caller, "account.contributors", "account", account, before.settingId()));
                        })
                        .then(Mono.defer(() -> accounts.find(account, today()))));
    }

    private Mono<Void> eachHoldsAPost(UUID setting, List<UUID> people) {
        return accounts.holdingAPost(setting, people, today())
                .collect(Collectors.toSet())
                .flatMap(holding -> {
                    Fields fields = new Fields();
                    for (int i = 0; i < people.size(); i++) {
                        if (!holding.contains(people.get(i))) {
                            fields.refuse("/people/" + i, "This person holds no post at this setting.");
                        }
                    }
                    return Mono.fromRunnable(fields::check);
                });
    }

    private Mono<AccountView> visible(Caller caller, UUID account) {
        return accounts.find(account, today())
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .flatMap(found -> doors.asks(caller, found.settingId())
                        .flatMap(doors::hidden)
                        .thenReturn(found));
    }

    private Mono<AccountView> managed(Caller caller, UUID account) {
        return visible(caller, account).flatMap(found -> doors.openly(
                        Access.managesAccounts(caller, found.settingId()), caller, found.settingId())
                .thenReturn(found));
    }

    private static Particulars particulars(AccountRequest request) {
        Fields fields = new Fields();
        String address = fields.line("/address", request.address(), 500);
        if (!isHarmless(address)) {
            fields.refuse("/address", "Please give a web address, an e-mail address or the account's name.");
        }
        Particulars account = new Particulars(
                fields.required("/platform", request.platform(), Platform.OTHER),
                fields.line("/name", request.name(), 200),
                address,
                fields.required("/status", request.status(), AccountStatus.REQUESTED));
        fields.check();
        return account;
    }

    /** An address may become a link on a page: no scheme but these. */
    private static boolean isHarmless(String address) {
        int colon = address.indexOf(':');
        int slash = address.indexOf('/');
        boolean hasScheme = colon >= 0 && (slash < 0 || colon < slash);
        return !hasScheme
                || Set.of("https", "http", "mailto")
                        .contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    private LocalDate today() {
        return CivilDay.of(clock.instant());
    }
}
