package org.clearpost.media.consenting;

import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.edge.SearchWords;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A setting's answers: found by child and class, as a file that proves them, and those that are going to lapse. */
@RestController
@RequestMapping("/api/media/settings/{setting}")
class SearchController {

    private final FindConsents consents;

    SearchController(FindConsents consents) {
        this.consents = consents;
    }

    /** What somebody looks for may be a name: it comes in a body, for a URL is kept by browsers and proxies. */
    record ConsentSearch(
            @Nullable String query,
            @Nullable String className,
            @Nullable Purpose purpose,
            @Nullable ConsentState state,
            @Nullable Boolean history,
            @Nullable Integer limit,
            @Nullable String after) {

        SearchRepository.Filter filter() {
            return new ConsentExport(query, className, purpose, state, history).filter();
        }
    }

    /** What the file is narrowed by. It has no pages. */
    record ConsentExport(
            @Nullable String query,
            @Nullable String className,
            @Nullable Purpose purpose,
            @Nullable ConsentState state,
            @Nullable Boolean history) {

        SearchRepository.Filter filter() {
            Fields fields = new Fields();
            SearchRepository.Filter filter = new SearchRepository.Filter(
                    fields.optionalLine("/query", query, SearchWords.LONGEST),
                    fields.optionalLine("/className", className, SearchWords.LONGEST),
                    purpose,
                    state,
                    Boolean.TRUE.equals(history));
            fields.check();
            return filter;
        }
    }

    @GetMapping("/consents")
    Mono<Page<FoundConsent>> consents(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable String className,
            @RequestParam(required = false) @Nullable Purpose purpose,
            @RequestParam(required = false) @Nullable ConsentState state,
            @RequestParam(required = false) @Nullable Boolean history,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return search(setting, new ConsentSearch(null, className, purpose, state, history, limit, after), caller);
    }

    @PostMapping("/consents/search")
    Mono<Page<FoundConsent>> search(@PathVariable UUID setting, @RequestBody ConsentSearch search, Caller caller) {
        return consents.list(
                caller, setting, search.filter(), Cursor.read(search.after(), 2), Page.limit(search.limit()));
    }

    @PostMapping(value = "/consents/export", produces = "text/csv")
    Mono<ResponseEntity<String>> export(@PathVariable UUID setting, @RequestBody ConsentExport wanted, Caller caller) {
        return consents.export(caller, setting, wanted.filter()).map(csv -> ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("consents.csv")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv));
    }

    /** Every yes that has a last day on or before {@code until}, of people who are still here. */
    @GetMapping("/lapses")
    Mono<Page<LapsingConsent>> lapses(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return consents.lapses(caller, setting, until, Cursor.read(after, 2), Page.limit(limit));
    }
}
