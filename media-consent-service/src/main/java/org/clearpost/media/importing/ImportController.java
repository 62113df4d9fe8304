package org.clearpost.media.importing;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.table.DateOrder;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Upload;
import org.clearpost.media.importing.model.RosterFile;
import org.clearpost.media.importing.model.Target;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files with children and consents: upload, say what the columns are, look, confirm. */
@RestController
@RequestMapping("/api/media")
class ImportController {

    private static final String KEY = "Idempotency-Key";

    private final HandleImports imports;

    ImportController(HandleImports imports) {
        this.imports = imports;
    }

    /** What each column is read as; columns left out are not read. */
    record MappingRequest(
            @Nullable List<@Nullable ColumnRequest> columns, @Nullable DateOrder dateOrder, @Nullable String school) {}

    record ColumnRequest(
            @Nullable Integer index,
            @Nullable Target target,
            @Nullable Purpose purpose,
            @Nullable List<@Nullable Platform> channels,
            @Nullable Boolean recordsAnswers,
            @Nullable Integer guardian) {}

    /** What holds for all answers of the file that do not say it themselves. */
    record ConfirmationRequest(
            @Nullable String formVersion,
            @Nullable LocalDate signedOn,
            @Nullable String keptAt,
            @Nullable Boolean confirmed) {}

    @PostMapping(value = "/settings/{setting}/imports", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    Mono<ImportView> upload(
            @PathVariable UUID setting,
            @RequestParam String fileName,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody(required = false) Flux<DataBuffer> body,
            Caller caller) {
        return imports.upload(caller, key, setting, fileName, Upload.read(body, RosterFile.LIMITS.bytes()));
    }

    @GetMapping("/settings/{setting}/imports")
    Mono<Page<ImportListed>> imports(
            @PathVariable UUID setting,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return imports.list(caller, setting, Cursor.read(after, 1), Page.limit(limit));
    }

    @GetMapping("/imports/{id}")
    Mono<ImportView> find(@PathVariable UUID id, Caller caller) {
        return imports.find(caller, id);
    }

    @PutMapping("/imports/{id}/mapping")
    Mono<ImportView> map(@PathVariable UUID id, @RequestBody MappingRequest request, Caller caller) {
        return imports.map(caller, id, request);
    }

    @PostMapping("/imports/{id}/confirmation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ImportView> confirm(
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ConfirmationRequest request,
            Caller caller) {
        return imports.confirm(caller, key, id, request);
    }

    @PostMapping("/imports/{id}/discard")
    Mono<ImportView> discard(@PathVariable UUID id, Caller caller) {
        return imports.discard(caller, id);
    }

    @GetMapping(value = "/imports/{id}/report", produces = "text/csv")
    Mono<ResponseEntity<String>> report(@PathVariable UUID id, Caller caller) {
        return imports.report(caller, id).map(csv -> ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("import-report.csv")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv));
    }
}
