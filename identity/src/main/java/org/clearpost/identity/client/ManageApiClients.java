package org.clearpost.identity.client;

import static org.clearpost.identity.model.IdentityProblem.CLIENT_ENDED;
import static org.clearpost.identity.model.IdentityProblem.INVALID;
import static org.clearpost.identity.model.IdentityProblem.NOT_ALLOWED;
import static org.clearpost.identity.model.IdentityProblem.UNKNOWN_CLIENT;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.client.ApiClientController.ClientWish;
import org.clearpost.identity.client.ApiClientController.NewClientView;
import org.clearpost.identity.model.ApiClient;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.CallerEpochs;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A group admin makes, lists and ends the group's API clients. Each change is told to the services by feed. */
@Component
class ManageApiClients {

    private static final String CHANGED = "org.clearpost.directory.ClientChanged";
    private static final int SECRET_BYTES = 32;

    private final ApiClientRepository clients;
    private final Directory directory;
    private final PasswordEncoder clientSecrets;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final Outbox outbox;
    private final CallerEpochs epochs;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ManageApiClients(
            ApiClientRepository clients,
            Directory directory,
            PasswordEncoder clientSecrets,
            Idempotency idempotency,
            AuditLog audit,
            Outbox outbox,
            CallerEpochs epochs,
            TenantTransaction transaction,
            Clock clock) {
        this.clients = clients;
        this.directory = directory;
        this.clientSecrets = clientSecrets;
        this.idempotency = idempotency;
        this.audit = audit;
        this.outbox = outbox;
        this.epochs = epochs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What other services hear of a client: the full state. */
    record ClientChanged(UUID clientId, String status, long epoch) {

        static ClientChanged of(ApiClient client) {
            return new ClientChanged(client.id(), client.active() ? "ACTIVE" : "ENDED", client.epoch());
        }
    }

    Mono<Page<ApiClient>> list(Caller caller, @Nullable UUID after, int limit) {
        return onlyAdmin(caller)
                .then(transaction.within(
                        caller,
                        clients.list(after, limit + 1)
                                .collectList()
                                .map(found ->
                                        Page.of(found, limit, last -> last.id().toString()))));
    }

    /**
     * Makes a client. The secret is in this answer and nowhere else: a repeat with the same key says which client was
     * made, without the secret.
     */
    Mono<NewClientView> make(Caller caller, @Nullable String key, ClientWish wish) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Mono<NewClientView> work = directory
                .openSettings(caller.group())
                .collectList()
                .map(open -> client(caller, wish, new HashSet<>(open)))
                .flatMap(client -> clients.add(client, Objects.requireNonNull(clientSecrets.encode(secret)))
                        .then(audit.record(caller, "api-client.made", "api-client", client.id(), null))
                        .then(outbox.append(client.group(), CHANGED, client.id(), ClientChanged.of(client)))
                        .thenReturn(new NewClientView(client.id(), null)));
        return onlyAdmin(caller).then(transaction.within(caller, Mono.defer(() -> {
            boolean[] made = new boolean[1];
            return idempotency
                    .once(caller, key, wish, NewClientView.class, work.doOnNext(view -> made[0] = true))
                    .map(view -> made[0] ? new NewClientView(view.id(), secret) : view);
        })));
    }

    Mono<Void> end(Caller caller, UUID id) {
        Mono<Void> work = clients.find(id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(UNKNOWN_CLIENT)))
                .flatMap(known -> clients.end(id, clock.instant()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CLIENT_ENDED)))
                .flatMap(ended -> epochs.raise(ended.group(), ended.id(), ended.epoch())
                        .then(audit.record(caller, "api-client.ended", "api-client", id, null))
                        .then(outbox.append(ended.group(), CHANGED, ended.id(), ClientChanged.of(ended))));
        return onlyAdmin(caller).then(transaction.within(caller, work));
    }

    private ApiClient client(Caller caller, ClientWish wish, Set<UUID> open) {
        List<FieldError> errors = new ArrayList<>();
        String name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > 100) {
            errors.add(new FieldError("/name", "Give the client a name of at most 100 characters."));
        }
        Set<String> scopes = new LinkedHashSet<>(wish.scopes() == null ? List.of() : wish.scopes());
        if (scopes.isEmpty() || !ApiClient.SCOPES.containsAll(scopes)) {
            errors.add(new FieldError("/scopes", "Choose one or more of: decisions, roster."));
        }
        Set<UUID> settings = new LinkedHashSet<>(wish.settingIds() == null ? List.of() : wish.settingIds());
        if (settings.isEmpty() || !open.containsAll(settings)) {
            errors.add(new FieldError("/settingIds", "Choose one or more of the group's settings."));
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(INVALID, errors);
        }
        return new ApiClient(caller.group(), Ids.next(), name, scopes, List.copyOf(settings), 1, clock.instant(), null);
    }

    private static Mono<Void> onlyAdmin(Caller caller) {
        return caller.isPerson() && caller.holdsInGroup("GROUP_ADMIN")
                ? Mono.empty()
                : Mono.error(new RefusedException(NOT_ALLOWED));
    }
}
