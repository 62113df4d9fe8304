package org.clearpost.identity.directory.staff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.clearpost.identity.directory.Access;
import org.clearpost.identity.directory.staff.model.StaffList;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.table.DateOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Staff lists as job resources: sent, looked at, confirmed once, followed while they run. */
@RestController
@RequestMapping("/api/directory/imports")
class StaffImportController {

    private static final String KEY = "Idempotency-Key";

    private final TakeInStaff staff;

    StaffImportController(TakeInStaff staff) {
        this.staff = staff;
    }

    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping(consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StaffImportView> send(
            @RequestParam(required = false) @Nullable String fileName,
            @RequestParam(defaultValue = "DAY_FIRST") DateOrder dateOrder,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            InputStream body,
            Caller caller)
            throws IOException {
        Access.requireGroupAdmin(caller);
        int most = StaffList.LIMITS.bytes();
        byte[] content = body.readNBytes(most + 1);
        if (content.length > most) {
            throw new RefusedException(KitProblem.TOO_LARGE);
        }
        return staff.preview(caller, key, fileName, content, dateOrder);
    }

    @GetMapping("/{id}")
    Mono<StaffImportView> show(@PathVariable UUID id, Caller caller) {
        return staff.show(caller, id);
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<StaffImportView> confirm(
            @PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable String key, Caller caller) {
        return staff.confirm(caller, key, id);
    }
}
