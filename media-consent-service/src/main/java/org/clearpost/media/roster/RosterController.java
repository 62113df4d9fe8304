package org.clearpost.media.roster;

import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.edge.SearchWords;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    /** What somebody looks for may be a name: it comes in a body, for a URL is kept by browsers and proxies. */
    record SubjectSearch(
            @Nullable String query,
            @Nullable String className,
            @Nullable SubjectKind kind,
            @Nullable Integer limit,
            @Nullable String after) {

        RosterRepository.Filter filter() {
            Fields fields = new Fields();
            RosterRepository.Filter filter = new RosterRepository.Filter(
                    fields.optionalLine("/query", query, SearchWords.LONGEST),
                    fields.optionalLine("/className", className, SearchWords.LONGEST),
                    kind);
            fields.check();
            return filter;
        }
    }

    @GetMapping("/classes")
    Mono<List<RosterRepository.ClassSize>> classes(@PathVariable UUID setting, Caller caller) {
        return roster.classes(caller, setting);
    }

    @GetMapping("/subjects")
    Mono<Page<RosterView>> subjects(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable String className,
            @RequestParam(required = false) @Nullable SubjectKind kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return search(setting, new SubjectSearch(null, className, kind, limit, after), caller);
    }

    @PostMapping("/subjects/search")
    Mono<Page<RosterView>> search(@PathVariable UUID setting, @RequestBody SubjectSearch search, Caller caller) {
        return roster.list(
                caller, setting, search.filter(), Cursor.read(search.after(), 1), Page.limit(search.limit()));
    }

    @GetMapping("/coverage")
    Mono<CoverageView> coverage(@PathVariable UUID setting, Caller caller) {
        return roster.coverage(caller, setting);
    }
}
