package org.clearpost.policy.options;

import static org.clearpost.kit.problem.KitProblem.NOT_FOUND;

import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.policy.model.OptionAccess;
import org.clearpost.policy.model.OptionKey;
import org.clearpost.policy.model.SettingId;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.json.JsonMapper;

/** The options of one setting: see them, answer them, start from a named set, look back. */
@RestController
@RequestMapping("/api/policies/settings/{id}")
class SettingOptionsController {

    /** The starter set to take over. */
    record StarterSetRequest(@Nullable String name) {}

    private final OptionsRepository repository;
    private final TenantTransaction transaction;
    private final ChooseOption chooseOption;
    private final TakeOverStarterSet takeOverStarterSet;
    private final JsonMapper json;

    SettingOptionsController(
            OptionsRepository repository,
            TenantTransaction transaction,
            ChooseOption chooseOption,
            TakeOverStarterSet takeOverStarterSet,
            JsonMapper json) {
        this.repository = repository;
        this.transaction = transaction;
        this.chooseOption = chooseOption;
        this.takeOverStarterSet = takeOverStarterSet;
        this.json = json;
    }

    @GetMapping("/options")
    Mono<ResponseEntity<OptionsView>> settingOptions(@PathVariable UUID id, Caller caller) {
        SettingId setting = new SettingId(id);
        return transaction
                .within(
                        caller,
                        Mono.defer(() -> {
                                    OptionAccess.see(caller, setting);
                                    return repository.findSetting(setting);
                                })
                                .flatMap(repository::inForce))
                .map(OptionsView::of)
                .map(SettingOptionsController::tagged)
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)));
    }

    @PutMapping("/options/{key}")
    Mono<ResponseEntity<OptionsView>> chooseOption(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AnswerRequest request,
            Caller caller) {
        SettingId setting = new SettingId(id);
        return Mono.justOrEmpty(OptionKey.find(key))
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                .flatMap(found ->
                        chooseOption.choose(caller, setting, found, () -> request.answer(json), new IfMatch(ifMatch)))
                .map(OptionsView::of)
                .map(SettingOptionsController::tagged);
    }

    @PostMapping("/starter-set")
    Mono<ResponseEntity<OptionsView>> takeOverStarterSet(
            @PathVariable UUID id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody StarterSetRequest request,
            Caller caller) {
        return takeOverStarterSet
                .takeOver(caller, new SettingId(id), request.name(), new IfMatch(ifMatch), key)
                .map(SettingOptionsController::tagged);
    }

    /** Who answered what, newest first, the group's answers among them. */
    @GetMapping("/option-changes")
    Mono<Page<OptionChangeView>> optionChanges(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after,
            Caller caller) {
        SettingId setting = new SettingId(id);
        int most = Page.limit(limit);
        return transaction
                .within(
                        caller,
                        Mono.defer(() -> {
                                    OptionAccess.choose(caller, setting);
                                    return repository.findSetting(setting);
                                })
                                .flatMap(known -> repository.changes(setting, after, most + 1)))
                .switchIfEmpty(Mono.error(() -> new RefusedException(NOT_FOUND)))
                .map(found -> Page.of(found.stream().map(OptionChangeView::of).toList(), most, change -> change.id()
                        .toString()));
    }

    private static ResponseEntity<OptionsView> tagged(OptionsView view) {
        return IfMatch.tagged(ResponseEntity.ok(), view.revision(), view);
    }
}
