package org.clearpost.identity.directory;

import java.util.UUID;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.revision.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/** The settings of the caller's group. */
@RestController
@RequestMapping("/api/directory/settings")
class SettingController {

    private static final String KEY = "Idempotency-Key";

    private final KeepSettings settings;

    SettingController(KeepSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    Mono<Page<SettingView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after,
            Caller caller) {
        return settings.list(caller, after, Page.limit(limit));
    }

    @PostMapping
    Mono<ResponseEntity<SettingView>> create(
            @RequestBody SettingBody body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return settings.create(caller, key, body)
                .map(view -> IfMatch.tagged(ResponseEntity.status(HttpStatus.CREATED), view.version(), view));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<SettingView>> show(@PathVariable UUID id, Caller caller) {
        return settings.show(caller, new SettingId(id))
                .map(view -> IfMatch.tagged(ResponseEntity.ok(), view.version(), view));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<SettingView>> change(
            @PathVariable UUID id,
            @RequestBody SettingBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return settings.change(caller, new SettingId(id), ifMatch, body)
                .map(view -> IfMatch.tagged(ResponseEntity.ok(), view.version(), view));
    }

    @PostMapping("/{id}/closure")
    Mono<ResponseEntity<SettingView>> close(
            @PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable String key, Caller caller) {
        return settings.close(caller, key, new SettingId(id))
                .map(view -> IfMatch.tagged(ResponseEntity.ok(), view.version(), view));
    }
}
