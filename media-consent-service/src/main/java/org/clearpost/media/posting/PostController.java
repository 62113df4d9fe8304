package org.clearpost.media.posting;

import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.posting.PublishedView.CorrectionKind;
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

/** Posts that were put out. */
@RestController
@RequestMapping("/api/media")
class PostController {

    private final RegisterPost posts;
    private final KeepPosts published;

    PostController(RegisterPost posts, KeepPosts published) {
        this.posts = posts;
        this.published = published;
    }

    record PostedRequest(@Nullable String address, @Nullable List<@Nullable String> checkedOutside) {}

    record AlreadyOutRequest(@Nullable String address) {}

    record CorrectionRequest(@Nullable CorrectionKind kind, @Nullable String what) {}

    @PostMapping("/decisions/{decision}/posted")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PublishedView> posted(
            @PathVariable UUID decision,
            @RequestBody PostedRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return posts.posted(caller, key, decision, request);
    }

    @PostMapping("/decisions/{decision}/already-out")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PublishedView> alreadyOut(
            @PathVariable UUID decision,
            @RequestBody AlreadyOutRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return posts.alreadyOut(caller, key, decision, request);
    }

    /** The post made with this answer; there is none until it is registered. */
    @GetMapping("/decisions/{decision}/posted")
    Mono<PublishedView> ofDecision(@PathVariable UUID decision, Caller caller) {
        return published.ofDecision(caller, decision);
    }

    @GetMapping("/settings/{setting}/published")
    Mono<Page<PublishedView>> published(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return published.list(caller, setting, Cursor.read(after, 1), Page.limit(limit));
    }

    @GetMapping("/published/{item}")
    Mono<PublishedView> item(@PathVariable UUID item, Caller caller) {
        return published.find(caller, item);
    }

    /** Notes that a post was put right, or calls it back: then it has to come down, and be proven gone. */
    @PostMapping("/published/{item}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PublishedView> correct(
            @PathVariable UUID item,
            @RequestBody CorrectionRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return published.correct(caller, key, item, request);
    }
}
