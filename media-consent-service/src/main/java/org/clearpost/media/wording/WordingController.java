package org.clearpost.media.wording;

import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.media.model.ListedWord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The words a setting keeps out of its posts, and its own contact details, which may stand in them. */
@RestController
@RequestMapping("/api/media/settings/{setting}/wording")
class WordingController {

    private final KeepWording wording;

    WordingController(KeepWording wording) {
        this.wording = wording;
    }

    record WordRequest(@Nullable String word, ListedWord.@Nullable Weight weight) {}

    record WordingRequest(@Nullable List<@Nullable WordRequest> words, @Nullable List<@Nullable String> ownContacts) {}

    @GetMapping
    Mono<ResponseEntity<WordingView>> wording(@PathVariable UUID setting, Caller caller) {
        return wording.find(caller, setting).map(WordingController::withVersion);
    }

    @PutMapping
    Mono<ResponseEntity<WordingView>> replace(
            @PathVariable UUID setting,
            @RequestBody WordingRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return wording.replace(caller, setting, ifMatch, request).map(WordingController::withVersion);
    }

    private static ResponseEntity<WordingView> withVersion(WordingView view) {
        return IfMatch.tagged(ResponseEntity.ok(), view.revision(), view);
    }
}
