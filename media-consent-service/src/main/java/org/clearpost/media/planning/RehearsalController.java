package org.clearpost.media.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** "What would other options have answered?" Nothing is chosen by asking. */
@RestController
@RequestMapping("/api/media/settings/{setting}")
class RehearsalController {

    private final RehearseOptions rehearseOptions;

    RehearsalController(RehearseOptions rehearseOptions) {
        this.rehearseOptions = rehearseOptions;
    }

    /** Options by their name, such as OPT-14, each with the value to try; null for none. */
    record RehearsalRequest(@Schema(implementation = Object.class) @Nullable JsonNode options) {}

    @PostMapping("/rehearsals")
    Mono<RehearsalView> rehearse(@PathVariable UUID setting, @RequestBody RehearsalRequest request, Caller caller) {
        return rehearseOptions.rehearse(caller, setting, request);
    }
}
