package org.clearpost.media.planning;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who will be cleared on the day of an outing, to read and to take along. */
@RestController
@RequestMapping("/api/media/settings/{setting}/outing")
class OutingController {

    private static final String CLASS = "class";

    private final PlanOuting planOuting;

    OutingController(PlanOuting planOuting) {
        this.planOuting = planOuting;
    }

    @GetMapping
    @Parameter(
            name = CLASS,
            in = ParameterIn.QUERY,
            required = true,
            description = "A class that goes; give it once for each. Empty stands for people in no class.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    Mono<OutingView> outing(
            @PathVariable UUID setting,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam UUID account,
            ServerHttpRequest request,
            Caller caller) {
        return planOuting.read(caller, setting, new PlanOuting.Plan(on, account, classes(request)));
    }

    @GetMapping(value = "/export", produces = "text/csv")
    @Parameter(
            name = CLASS,
            in = ParameterIn.QUERY,
            required = true,
            description = "A class that goes; give it once for each. Empty stands for people in no class.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    Mono<ResponseEntity<String>> exportOuting(
            @PathVariable UUID setting,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam UUID account,
            ServerHttpRequest request,
            Caller caller) {
        return planOuting
                .export(caller, setting, new PlanOuting.Plan(on, account, classes(request)))
                .map(view -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("outing-" + view.on() + ".csv")
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(OutingTable.of(view)));
    }

    /** As they stand in the address: names of classes may hold commas, at which a bound list would be cut. */
    private static List<String> classes(ServerHttpRequest request) {
        return request.getQueryParams().getOrDefault(CLASS, List.of()).stream()
                .map(name -> name == null ? "" : name)
                .toList();
    }
}
