package org.clearpost.identity.client;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.model.ApiClient;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The group's API clients, for its admins. */
@RestController
@RequestMapping("/api/directory/api-clients")
class ApiClientController {

    private final ManageApiClients apiClients;

    ApiClientController(ManageApiClients apiClients) {
        this.apiClients = apiClients;
    }

    @GetMapping
    Mono<Page<ClientView>> list(
            @RequestParam @Nullable UUID after, @RequestParam @Nullable Integer limit, Caller caller) {
        return apiClients
                .list(caller, after, Page.limit(limit))
                .map(page ->
                        new Page<>(page.items().stream().map(ClientView::of).toList(), page.next()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<NewClientView> make(
            @RequestBody ClientWish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return apiClients.make(caller, key, wish);
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable UUID id, Caller caller) {
        return apiClients.end(caller, id);
    }

    record ClientWish(
            @Nullable String name,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> scopes,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<UUID> settingIds) {}

    /** {@code secret} is there once, in the answer to the request that made the client. */
    record NewClientView(UUID id, @Nullable String secret) {}

    record ClientView(
            UUID id,
            String name,
            List<String> scopes,
            List<UUID> settingIds,
            String status,
            Instant createdAt,
            @Nullable Instant endedAt) {

        static ClientView of(ApiClient client) {
            return new ClientView(
                    client.id(),
                    client.name(),
                    client.scopes().stream().sorted().toList(),
                    client.settings(),
                    client.active() ? "ACTIVE" : "ENDED",
                    client.createdAt(),
                    client.endedAt());
        }
    }
}
