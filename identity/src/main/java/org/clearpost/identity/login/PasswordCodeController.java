package org.clearpost.identity.login;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A group admin fetches a one-time code to hand to somebody, who sets their password with it at {@code /password}. */
@RestController
class PasswordCodeController {

    private final GivePasswordCode givePasswordCode;

    PasswordCodeController(GivePasswordCode givePasswordCode) {
        this.givePasswordCode = givePasswordCode;
    }

    @PostMapping("/api/directory/people/{id}/password-code")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CodeView> give(@PathVariable UUID id, Caller caller) {
        return givePasswordCode.give(caller, id);
    }

    /** Shown once: only the digest of the code is kept. */
    record CodeView(String code, Instant expiresAt) {}
}
