package org.clearpost.media.roster;

import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A setting's people as lists and counts. */
@RestController
@RequestMapping("/api/media/settings/{setting}")
class RosterController {

    private final ReadRoster roster;

    RosterController(ReadRoster roster) {
        this.roster = roster;
    }

    @GetMapping("/classes")
    Mono<List<RosterRepository.ClassSize>> classes(@PathVariable UUID setting, Caller caller) {
        return roster.classes(caller, setting);
    }

    @GetMapping("/subjects")
    Mono<Page<RosterView>> subjects(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String className,
            @RequestParam(required = false) @Nullable SubjectKind kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return roster.list(
                caller,
                setting,
                new RosterRepository.Filter(query, className, kind),
                Cursor.read(after, 1),
                Page.limit(limit));
    }

    @GetMapping("/coverage")
    Mono<CoverageView> coverage(@PathVariable UUID setting, Caller caller) {
        return roster.coverage(caller, setting);
    }
}
