package org.clearpost.identity.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PostId;
import org.clearpost.kit.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives people posts and ends them. */
@RestController
@RequestMapping("/api/directory/people/{id}/posts")
class PostController {

    private static final String KEY = "Idempotency-Key";

    private final KeepPosts posts;

    PostController(KeepPosts posts) {
        this.posts = posts;
    }

    /** No first day means today, no last day means until further notice. */
    record PostBody(
            @Nullable UUID settingId,
            @Nullable String role,
            @Nullable Boolean deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** The last day; today, or nothing, means at once. */
    record EndBody(@Nullable LocalDate on) {}

    @PostMapping
    Mono<ResponseEntity<PersonView>> give(
            @PathVariable UUID id,
            @RequestBody PostBody body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return posts.give(caller, key, new PersonId(id), body)
                .map(view -> PersonController.tagged(ResponseEntity.status(HttpStatus.CREATED), view));
    }

    @PostMapping("/{postId}/end")
    Mono<ResponseEntity<PersonView>> end(
            @PathVariable UUID id,
            @PathVariable UUID postId,
            @RequestBody(required = false) @Nullable EndBody body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return posts.end(caller, key, new PersonId(id), new PostId(postId), body == null ? new EndBody(null) : body)
                .map(view -> PersonController.tagged(ResponseEntity.ok(), view));
    }
}
