package org.clearpost.media.consenting;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.media.edge.Upload;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Scans of signed forms. */
@RestController
@RequestMapping("/api/media/subjects/{subject}/evidence")
class EvidenceController {

    private final KeepEvidence evidence;

    EvidenceController(KeepEvidence evidence) {
        this.evidence = evidence;
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    Mono<EvidenceView> upload(
            @PathVariable UUID subject,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) Flux<DataBuffer> body,
            Caller caller) {
        return evidence.upload(caller, key, subject, Upload.read(body, KeepEvidence.LARGEST));
    }

    /** Never shown inside a page of ours: a scan is somebody else's file. */
    @GetMapping("/{evidence}/content")
    Mono<ResponseEntity<byte[]>> content(
            @PathVariable UUID subject, @PathVariable("evidence") UUID scan, Caller caller) {
        return evidence.content(caller, subject, scan).map(found -> ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("consent-form-" + scan + "."
                                        + found.type().extension())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(found.content()));
    }
}
