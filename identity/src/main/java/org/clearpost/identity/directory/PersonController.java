package org.clearpost.identity.directory;

import java.util.Objects;
import java.util.UUID;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
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

/** The people of the caller's group. */
@RestController
@RequestMapping("/api/directory/people")
class PersonController {

    private static final String KEY = "Idempotency-Key";

    private final KeepPeople people;

    PersonController(KeepPeople people) {
        this.people = people;
    }

    /** Whom a person reports to; null for nobody. */
    record LineManagerBody(@Nullable UUID managerId) {}

    /** Whom somebody looks for, by name or e-mail address: in a body, for a URL is kept by browsers and proxies. */
    record PersonSearch(
            @Nullable String query, @Nullable UUID setting, @Nullable Integer limit, @Nullable UUID after) {}

    @GetMapping
    Mono<Page<PersonView>> list(
            @RequestParam(required = false) @Nullable UUID setting,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after,
            Caller caller) {
        return people.list(caller, setting, null, after, Page.limit(limit));
    }

    @PostMapping("/search")
    Mono<Page<PersonView>> search(@RequestBody PersonSearch search, Caller caller) {
        return people.list(
                caller, search.setting(), Person.sought(search.query()), search.after(), Page.limit(search.limit()));
    }

    @PostMapping
    Mono<ResponseEntity<PersonView>> create(
            @RequestBody PersonBody body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        return people.create(caller, key, body).map(view -> tagged(ResponseEntity.status(HttpStatus.CREATED), view));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<PersonView>> show(@PathVariable UUID id, Caller caller) {
        return people.show(caller, new PersonId(id)).map(view -> tagged(ResponseEntity.ok(), view));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<PersonView>> change(
            @PathVariable UUID id,
            @RequestBody PersonBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return people.change(caller, new PersonId(id), ifMatch, body).map(view -> tagged(ResponseEntity.ok(), view));
    }

    @PutMapping("/{id}/line-manager")
    Mono<ResponseEntity<PersonView>> setLineManager(
            @PathVariable UUID id,
            @RequestBody LineManagerBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        UUID manager = body.managerId();
        return people.setLineManager(caller, new PersonId(id), ifMatch, manager == null ? null : new PersonId(manager))
                .map(view -> tagged(ResponseEntity.ok(), view));
    }

    @PostMapping("/{id}/disablement")
    Mono<ResponseEntity<PersonView>> disable(
            @PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable String key, Caller caller) {
        return people.disable(caller, key, new PersonId(id)).map(view -> tagged(ResponseEntity.ok(), view));
    }

    @PostMapping("/{id}/reinstatement")
    Mono<ResponseEntity<PersonView>> reinstate(
            @PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable String key, Caller caller) {
        return people.reinstate(caller, key, new PersonId(id)).map(view -> tagged(ResponseEntity.ok(), view));
    }

    /** Those who do not see the version cannot change anything and get no tag. */
    static ResponseEntity<PersonView> tagged(ResponseEntity.BodyBuilder answer, PersonView view) {
        return view.version() == null
                ? answer.body(view)
                : IfMatch.tagged(answer, Objects.requireNonNull(view.version()), view);
    }
}
