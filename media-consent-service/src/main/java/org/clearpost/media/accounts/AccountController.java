package org.clearpost.media.accounts;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The register of official accounts. */
@RestController
@RequestMapping("/api/media")
class AccountController {

    private final KeepAccounts accounts;

    AccountController(KeepAccounts accounts) {
        this.accounts = accounts;
    }

    record AccountRequest(
            @Nullable Platform platform,
            @Nullable String name,
            @Nullable String address,
            @Nullable AccountStatus status) {}

    record ContributorsRequest(@Nullable List<@Nullable UUID> people) {}

    @GetMapping("/settings/{setting}/accounts")
    Mono<Page<AccountView>> accounts(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return accounts.list(caller, setting, Cursor.read(after, 2), Page.limit(limit));
    }

    @PostMapping("/settings/{setting}/accounts")
    Mono<ResponseEntity<AccountView>> register(
            @PathVariable UUID setting,
            @RequestBody AccountRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return accounts.register(caller, key, setting, request)
                .map(view -> IfMatch.tagged(
                        ResponseEntity.created(URI.create("/api/media/accounts/" + view.id())), view.version(), view));
    }

    @GetMapping("/accounts/{account}")
    Mono<ResponseEntity<AccountView>> account(@PathVariable UUID account, Caller caller) {
        return accounts.find(caller, account).map(AccountController::withVersion);
    }

    @PutMapping("/accounts/{account}")
    Mono<ResponseEntity<AccountView>> change(
            @PathVariable UUID account,
            @RequestBody AccountRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return accounts.change(caller, account, ifMatch, request).map(AccountController::withVersion);
    }

    @PutMapping("/accounts/{account}/contributors")
    Mono<ResponseEntity<AccountView>> contributors(
            @PathVariable UUID account,
            @RequestBody ContributorsRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return accounts.name(caller, account, ifMatch, request).map(AccountController::withVersion);
    }

    private static ResponseEntity<AccountView> withVersion(AccountView view) {
        return IfMatch.tagged(ResponseEntity.ok(), view.version(), view);
    }
}
