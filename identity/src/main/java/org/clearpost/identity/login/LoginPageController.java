package org.clearpost.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.clearpost.identity.model.IdentityProblem;
import org.clearpost.identity.model.PasswordRule;
import org.clearpost.kit.problem.ProblemDocument;
import org.clearpost.kit.problem.ProblemMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the pages for signing in and setting a password, and sets the password. Signing in itself is a filter's work. */
@Controller
class LoginPageController {

    static final String TYPED_EMAIL = "clearpost.login.email";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final SetPassword setPassword;
    private final NetworkLimit networkLimit;

    LoginPageController(SetPassword setPassword, NetworkLimit networkLimit) {
        this.setPassword = setPassword;
        this.networkLimit = networkLimit;
    }

    @GetMapping("/login")
    ResponseEntity<String> signIn(
            @RequestParam Optional<String> failed,
            @RequestParam Optional<String> locked,
            @RequestParam Optional<String> again,
            @RequestParam Optional<String> set,
            HttpServletRequest request,
            CsrfToken csrf) {
        String error = null;
        if (locked.isPresent()) {
            error = "There were too many tries: wait 15 minutes, or ask for a code to set a new password.";
        } else if (failed.isPresent()) {
            error = "That e-mail address and password do not match.";
        } else if (again.isPresent()) {
            error = "This page was open for too long: please sign in again.";
        }
        String notice = set.isPresent() ? "Your password is set: sign in with it." : null;
        return html(HttpStatus.OK, LoginPages.signIn(csrf, typedEmail(request), error, notice));
    }

    @GetMapping("/password")
    ResponseEntity<String> passwordForm(@RequestParam Optional<String> again, CsrfToken csrf) {
        String error = again.isPresent() ? "This page was open for too long: please fill it in again." : null;
        return html(HttpStatus.OK, LoginPages.setPassword(csrf, null, error));
    }

    @PostMapping("/password")
    ResponseEntity<String> setPassword(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            CsrfToken csrf) {
        Optional<String> objection = PasswordRule.objection(password, email);
        if (objection.isEmpty() && !password.equals(again)) {
            objection = Optional.of("The two new passwords are not the same.");
        }
        if (objection.isPresent()) {
            return html(HttpStatus.UNPROCESSABLE_CONTENT, LoginPages.setPassword(csrf, email, objection.get()));
        }
        return switch (setPassword.set(email, code, password, request.getRemoteAddr())) {
            case SET ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/login?set")
                        .build();
            case NO_MATCH -> {
                networkLimit.wrong(request.getRemoteAddr());
                yield html(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        LoginPages.setPassword(
                                csrf,
                                email,
                                "That e-mail address and code do not match, or the code is used or too old."));
            }
            case TOO_MANY_TRIES ->
                html(
                        HttpStatus.TOO_MANY_REQUESTS,
                        LoginPages.setPassword(csrf, email, IdentityProblem.TOO_MANY_TRIES.title()));
        };
    }

    /** A page in place of the problem document that programs get. */
    @ExceptionHandler(Throwable.class)
    ResponseEntity<String> trouble(Throwable failure, HttpServletResponse response) {
        ProblemDocument document = ProblemMapping.of(failure);
        if (document.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader("Retry-After", "5");
        }
        return html(HttpStatus.valueOf(document.status()), LoginPages.trouble(document.title()));
    }

    /** What was typed before a refusal, once. */
    private static @Nullable String typedEmail(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(TYPED_EMAIL) instanceof String email)) {
            return null;
        }
        session.removeAttribute(TYPED_EMAIL);
        return email;
    }

    private static ResponseEntity<String> html(HttpStatus status, String page) {
        return ResponseEntity.status(status).contentType(HTML).body(page);
    }
}
