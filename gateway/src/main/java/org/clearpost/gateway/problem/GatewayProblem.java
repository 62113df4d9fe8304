package org.clearpost.gateway.problem;

import org.springframework.http.HttpStatus;

/** Every refusal the gateway itself can give. Codes are published: their meaning never changes. */
public enum GatewayProblem {
    MALFORMED(HttpStatus.BAD_REQUEST, "gateway.malformed", "The request cannot be read."),
    SIGNED_OUT(HttpStatus.UNAUTHORIZED, "gateway.signed-out", "Sign in first."),
    CSRF(HttpStatus.FORBIDDEN, "gateway.csrf", "The request does not carry the page's token. Load the page again."),
    OTHER_ORIGIN(HttpStatus.FORBIDDEN, "gateway.other-origin", "The request comes from another site."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "gateway.forbidden", "This is not yours to do."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "gateway.not-found", "There is nothing at this address."),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED, "gateway.method", "This address does not offer that."),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "gateway.too-slow", "The request took too long to arrive."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "gateway.too-large", "The request is larger than allowed here."),
    UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "gateway.unsupported", "This type of content is not accepted here."),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "gateway.too-many", "Too many requests. Wait a moment."),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "gateway.failed", "Something went wrong on our side."),
    BAD_ANSWER(HttpStatus.BAD_GATEWAY, "gateway.bad-answer", "A part of the platform gave no usable answer."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "gateway.unavailable", "A part of the platform cannot be reached.");

    private final HttpStatus status;
    private final String code;
    private final String title;

    GatewayProblem(HttpStatus status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
