package org.clearpost.policy.options;

import static org.clearpost.kit.problem.KitProblem.NOT_FOUND;

import io.swagger.v3.oas.annotations.media.Schema;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.policy.model.OptionAccess;
import org.clearpost.policy.model.OptionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options of a whole group: answer them for every setting, and lock them. */
@RestController
@RequestMapping("/api/policies/group-options")
class GroupOptionsController {

    /** The group's answer, and whether settings may answer otherwise. */
    record GroupAnswerRequest(
            @Schema(implementation = Object.class) @Nullable JsonNode value, @Nullable Boolean locked) {

        boolean isLocked() {
            if (locked == null) {
                throw new RefusedException(KitProblem.INVALID, new FieldError("/locked", "Say true or false."));
            }
            return locked;
        }
    }

    private final OptionsRepository repository;
    private final TenantTransaction transaction;
    private final ChooseGroupOption chooseGroupOption;
    private final JsonMapper json;

    GroupOptionsController(
            OptionsRepository repository,
            TenantTransaction transaction,
            ChooseGroupOption chooseGroupOption,
            JsonMapper json) {
        this.repository = repository;
        this.transaction = transaction;
        this.chooseGroupOption = chooseGroupOption;
        this.json = json;
    }

    @GetMapping
    Mono<ResponseEntity<GroupOptionsView>> groupOptions(Caller caller) {
        return transaction
                .within(caller, Mono.defer(() -> {
                    OptionAccess.chooseForGroup(caller);
                    return Mono.zip(repository.groupRevision(), repository.groupChoices(), GroupOptionsView::of);
                }))
                .map(GroupOptionsController::tagged);
    }

    @PutMapping("/{key}")
    Mono<ResponseEntity<GroupOptionsView>> chooseGroupOption(
            @PathVariable String key,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody GroupAnswerRequest request,
            Caller caller) {
        return Mono.justOrEmpty(OptionKey.find(key))
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                .flatMap(found -> chooseGroupOption.choose(
                        caller,
                        found,
                        () -> AnswerRequest.answer(request.value(), json),
                        request::isLocked,
                        new IfMatch(ifMatch)))
                .map(GroupOptionsController::tagged);
    }

    private static ResponseEntity<GroupOptionsView> tagged(GroupOptionsView view) {
        return IfMatch.tagged(ResponseEntity.ok(), view.revision(), view);
    }
}
