package org.clearpost.media.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.deciding.AuthZenController.Entity;
import org.clearpost.media.deciding.AuthZenController.EvaluationRequest;
import org.clearpost.media.deciding.AuthZenController.EvaluationsRequest;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.Result;
import org.clearpost.media.model.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Asks "may we post this?" for an API client. Only PERMIT is a yes; the answer is kept like any other. */
@Service
class EvaluateAccess {

    private static final String EVERY_ONE = "execute_all";
    private static final int MOST_EVALUATIONS = 20;

    private final AskMayWePost mayWePost;
    private final JsonMapper json;

    EvaluateAccess(AskMayWePost mayWePost, JsonMapper json) {
        this.mayWePost = mayWePost;
        this.json = json;
    }

    /** @param context our decision and what stands against it, in rules and sentences */
    record Evaluation(boolean decision, Context context) {}

    record Context(UUID id, Verdict verdict, String sentence, List<Reason> reasons) {}

    record Reason(String rule, Result result, String sentence) {}

    Mono<Evaluation> evaluate(Caller caller, String at, EvaluationRequest request) {
        return Mono.defer(() -> {
            if (caller.isPerson() || !caller.hasScope("decisions")) {
                return Mono.error(new RefusedException(KitProblem.FORBIDDEN));
            }
            return mayWePost.ask(caller, null, read(caller, at, request)).map(answer -> {
                DecisionView decision = json.readValue(answer, DecisionView.class);
                return new Evaluation(
                        decision.verdict() == Verdict.PERMIT,
                        new Context(
                                decision.id(),
                                decision.verdict(),
                                decision.sentence(),
                                decision.rules().stream()
                                        .filter(rule -> rule.result() != Result.PASS)
                                        .map(rule -> new Reason(rule.rule(), rule.result(), rule.sentence()))
                                        .toList()));
            });
        });
    }

    Mono<List<Evaluation>> evaluateAll(Caller caller, EvaluationsRequest request) {
        return Mono.defer(() -> {
            Fields fields = new Fields();
            List<EvaluationRequest> each = fields.list("/evaluations", request.evaluations(), MOST_EVALUATIONS);
            String semantic =
                    request.options() == null ? null : request.options().evaluations_semantic();
            if (semantic != null && !semantic.equals(EVERY_ONE)) {
                fields.refuse("/options/evaluations_semantic", "Only " + EVERY_ONE + " is offered here.");
            }
            fields.check();
            List<EvaluationRequest> all = new ArrayList<>();
            if (each.isEmpty()) {
                all.add(filled(new EvaluationRequest(null, null, null, null), request));
            }
            each.forEach(one -> all.add(filled(one, request)));
            return Flux.range(0, all.size())
                    .concatMap(i -> evaluate(caller, each.isEmpty() ? "" : "/evaluations/" + i, all.get(i)))
                    .collectList();
        });
    }

    private static EvaluationRequest filled(EvaluationRequest one, EvaluationsRequest all) {
        return new EvaluationRequest(
                one.subject() == null ? all.subject() : one.subject(),
                one.action() == null ? all.action() : one.action(),
                one.resource() == null ? all.resource() : one.resource(),
                one.context() == null ? all.context() : one.context());
    }

    /** Who asks is whoever the token says; the subject must name the same client. */
    private DecisionRequest read(Caller caller, String at, EvaluationRequest request) {
        Fields fields = new Fields();
        Entity subject = fields.required(at + "/subject", request.subject(), new Entity(null, null, null));
        if (request.subject() != null
                && !("client".equals(subject.type()) && caller.id().toString().equals(subject.id()))) {
            fields.refuse(at + "/subject", "A client asks for itself: type \"client\" and its own id.");
        }
        @Nullable String action = request.action() == null ? null : request.action().name();
        if (!"publish".equals(action)) {
            fields.refuse(at + "/action/name", "Only \"publish\" can be asked about here.");
        }
        Entity resource = fields.required(at + "/resource", request.resource(), new Entity(null, null, null));
        if (request.resource() != null && (!"post".equals(resource.type()) || resource.id() == null)) {
            fields.refuse(
                    at + "/resource", "Only a resource of type \"post\", with an id of yours, can be asked about.");
        }
        if (request.resource() != null
                && (resource.properties() == null || !resource.properties().isObject())) {
            fields.refuse(at + "/resource/properties", "Please describe the post here.");
        }
        fields.check();
        DecisionRequest post = json.treeToValue(resource.properties(), DecisionRequest.class);
        if (post == null) {
            throw new RefusedException(
                    KitProblem.INVALID, new FieldError(at + "/resource/properties", "Please describe the post here."));
        }
        return post;
    }
}
