package org.clearpost.media.consenting;

import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    @GetMapping("/consents")
    Mono<Page<FoundConsent>> consents(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String className,
            @RequestParam(required = false) @Nullable Purpose purpose,
            @RequestParam(required = false) @Nullable ConsentState state,
            @RequestParam(required = false) @Nullable Boolean history,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return consents.list(
                caller,
                setting,
                new SearchRepository.Filter(query, className, purpose, state, Boolean.TRUE.equals(history)),
                Cursor.read(after, 2),
                Page.limit(limit));
    }

    @GetMapping(value = "/consents/export", produces = "text/csv")
    Mono<ResponseEntity<String>> export(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String className,
            @RequestParam(required = false) @Nullable Purpose purpose,
            @RequestParam(required = false) @Nullable ConsentState state,
            @RequestParam(required = false) @Nullable Boolean history,
            Caller caller) {
        return consents.export(
                        caller,
                        setting,
                        new SearchRepository.Filter(query, className, purpose, state, Boolean.TRUE.equals(history)))
                .map(csv -> ResponseEntity.ok()
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
