package org.clearpost.media.families;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.families.model.Language;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The way in for families, who are not signed in: what they may see and say follows from their link alone. */
@RestController
@RequestMapping("/api/family")
class FamilyController {

    /** Sent back to these paths alone, by our own pages alone, and read by no script. */
    static final String COOKIE = "__Secure-clearpost-family";

    private final AnswerByLink family;

    FamilyController(AnswerByLink family) {
        this.family = family;
    }

    record KeyRequest(@Nullable String key) {}

    record FamilyAnswerRequest(
            @Nullable UUID child, @Nullable Purpose purpose, @Nullable Platform channel, @Nullable Answer answer) {}

    /** Nothing in it says when: an answer holds from when it was stored. */
    record AnswersRequest(
            @Nullable Integer wordingVersion,
            @Nullable Language language,
            @Nullable String signedName,
            @Nullable Boolean declared,
            @Nullable List<@Nullable FamilyAnswerRequest> answers) {}

    /** The same for every link: whether a mail is on its way, only its reader learns. */
    record LinkRequested(boolean accepted) {}

    @PostMapping("/links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<LinkRequested> requestLink(@RequestBody KeyRequest request) {
        return family.requestLink(request.key()).thenReturn(new LinkRequested(true));
    }

    @PostMapping("/session")
    Mono<ResponseEntity<FamilyView>> open(@RequestBody KeyRequest request) {
        return family.open(request.key()).map(opened -> ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(opened.key().text(), AnswerByLink.SESSION_LIFE))
                .body(opened.view()));
    }

    @GetMapping("/session")
    Mono<FamilyView> session(@CookieValue(name = COOKIE, required = false) @Nullable String session) {
        return family.view(session);
    }

    @PostMapping("/session/end")
    Mono<ResponseEntity<Void>> end(@CookieValue(name = COOKIE, required = false) @Nullable String session) {
        return family.end(session)
                .thenReturn(ResponseEntity.noContent()
                        .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                        .build());
    }

    @PostMapping("/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ReceiptView> answer(
            @CookieValue(name = COOKIE, required = false) @Nullable String session,
            @RequestBody AnswersRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return family.answer(session, key, request);
    }

    @GetMapping("/receipts/{receipt}")
    Mono<ReceiptView> receipt(
            @CookieValue(name = COOKIE, required = false) @Nullable String session, @PathVariable UUID receipt) {
        return family.receipt(session, receipt);
    }

    private static String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .secure(true)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/api/family")
                .maxAge(age)
                .build()
                .toString();
    }
}
