package org.clearpost.media.pictures;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.pictures.model.PictureHeader;
import org.clearpost.media.pictures.model.PictureProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Pictures to be posted: sent as they are, given back clean. */
@RestController
@RequestMapping("/api/media")
class PictureController {

    private final KeepPictures pictures;

    PictureController(KeepPictures pictures) {
        this.pictures = pictures;
    }

    /**
     * A body on its way in. One that is too large is read on without being kept, so that the sender hears the answer,
     * but not for ever.
     */
    private static final class Received {

        private static final int LARGEST = PictureHeader.LARGEST_FILE;

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long length;

        Received plus(DataBuffer buffer) {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            length += bytes.length;
            if (length <= LARGEST) {
                kept.writeBytes(bytes);
            } else {
                kept.reset();
            }
            if (length > 2L * LARGEST) {
                throw new RefusedException(PictureProblem.TOO_LARGE);
            }
            return this;
        }

        byte[] content() {
            if (length > LARGEST) {
                throw new RefusedException(PictureProblem.TOO_LARGE);
            }
            return kept.toByteArray();
        }
    }

    /** What the sender calls the file counts for nothing: what it is, it says itself. */
    @PostMapping("/settings/{setting}/pictures")
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    Mono<PictureView> upload(
            @PathVariable UUID setting,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) Flux<DataBuffer> body,
            Caller caller) {
        Mono<byte[]> content = body.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .reduceWith(Received::new, Received::plus)
                .map(Received::content);
        return pictures.upload(caller, key, setting, content);
    }

    @GetMapping("/pictures/{picture}")
    Mono<PictureView> picture(@PathVariable UUID picture, Caller caller) {
        return pictures.find(caller, picture);
    }

    @GetMapping("/pictures/{picture}/content")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
            })
    Mono<ResponseEntity<byte[]>> content(@PathVariable UUID picture, Caller caller) {
        return pictures.content(caller, picture).map(content -> ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.format().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.format().fileName())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.bytes()));
    }

    @DeleteMapping("/pictures/{picture}")
    Mono<PictureView> remove(@PathVariable UUID picture, Caller caller) {
        return pictures.remove(caller, picture);
    }
}
