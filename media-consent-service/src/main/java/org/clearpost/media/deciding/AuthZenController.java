package org.clearpost.media.deciding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.clearpost.kit.caller.Caller;
import org.clearpost.media.deciding.EvaluateAccess.Evaluation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The same question in the words of the OpenID AuthZEN Authorization API 1.0, for schedulers and websites that speak it:
 * may this client publish this post?
 */
@RestController
@RequestMapping("/api/media/access/v1")
class AuthZenController {

    private static final String REQUEST_ID = "X-Request-ID";

    private final EvaluateAccess access;

    AuthZenController(EvaluateAccess access) {
        this.access = access;
    }

    record Entity(@Nullable String type, @Nullable String id, @Nullable JsonNode properties) {}

    record Action(@Nullable String name, @Nullable JsonNode properties) {}

    /** @param resource a post; its properties are the question as {@code POST /api/media/decisions} takes it */
    record EvaluationRequest(
            @Nullable Entity subject,
            @Nullable Action action,
            @Nullable Entity resource,
            @Nullable Map<String, Object> context) {}

    /** What is the same for all evaluations may stand beside them once. */
    record EvaluationsRequest(
            @Nullable Entity subject,
            @Nullable Action action,
            @Nullable Entity resource,
            @Nullable Map<String, Object> context,
            @Nullable List<@Nullable EvaluationRequest> evaluations,
            @Nullable Options options) {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Options(@Nullable String evaluations_semantic) {}
    }

    record EvaluationsResponse(List<Evaluation> evaluations) {}

    @PostMapping("/evaluation")
    Mono<ResponseEntity<Evaluation>> evaluation(
            @RequestBody EvaluationRequest request,
            @RequestHeader(name = REQUEST_ID, required = false) @Nullable String requestId,
            Caller caller) {
        return access.evaluate(caller, "", request).map(found -> answer(found, requestId));
    }

    @PostMapping("/evaluations")
    Mono<ResponseEntity<EvaluationsResponse>> evaluations(
            @RequestBody EvaluationsRequest request,
            @RequestHeader(name = REQUEST_ID, required = false) @Nullable String requestId,
            Caller caller) {
        return access.evaluateAll(caller, request).map(found -> answer(new EvaluationsResponse(found), requestId));
    }

    /** A request's own id comes back with its answer. Nobody may keep the answer for the next question. */
    private static <T> ResponseEntity<T> answer(T body, @Nullable String requestId) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (requestId != null && requestId.length() <= 200 && requestId.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            response.header(REQUEST_ID, requestId);
        }
        return response.body(body);
    }
}
