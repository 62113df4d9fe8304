package org.clearpost.media.deciding;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.deciding.AskMayWePost.DecisionSummary;
import org.clearpost.media.edge.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** "May we post this?" A verdict is an answer, whatever it says: 200. */
@RestController
@RequestMapping("/api/media")
class DecisionController {

    private final AskMayWePost mayWePost;

    DecisionController(AskMayWePost mayWePost) {
        this.mayWePost = mayWePost;
    }

    @PostMapping("/decisions")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DecisionView.class)))
    Mono<ResponseEntity<byte[]>> ask(
            @RequestBody DecisionRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return mayWePost.ask(caller, key, request).map(DecisionController::asItIsKept);
    }

    @GetMapping("/decisions/{decision}")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DecisionView.class)))
    Mono<ResponseEntity<byte[]>> decision(@PathVariable UUID decision, Caller caller) {
        return mayWePost.find(caller, decision).map(DecisionController::asItIsKept);
    }

    @GetMapping("/settings/{setting}/decisions")
    Mono<Page<DecisionSummary>> decisions(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return mayWePost.list(caller, setting, Cursor.read(after, 1), Page.limit(limit));
    }

    private static ResponseEntity<byte[]> asItIsKept(String answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(answer.getBytes(StandardCharsets.UTF_8));
    }
}
