package org.clearpost.identity.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.clearpost.identity.config.SessionLimit;
import org.clearpost.identity.model.IdentityProblem;
import org.clearpost.kit.problem.ProblemDocument;
import org.clearpost.kit.problem.ProblemMapping;
import org.clearpost.kit.problem.RefusedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** When the database is out of reach nobody gets a token, and the answer says that it is worth asking again. */
final class TokenOutages extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            Throwable reason = reason(SessionLimit.reason(failure));
            ProblemDocument document = ProblemMapping.of(reason);
            boolean passing = document.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            response.setStatus(document.status());
            response.setHeader("Cache-Control", "no-store");
            if (passing) {
                response.setHeader("Retry-After", "5");
            }
            if (reason instanceof RefusedException refused && refused.problem() == IdentityProblem.TOO_MANY_SIGN_INS) {
                // Only browsers have sessions, so it is a person who reads this.
                response.setContentType("text/plain;charset=UTF-8");
                response.getOutputStream().write(document.title().getBytes(StandardCharsets.UTF_8));
                return;
            }
            response.setContentType("application/json");
            response.getOutputStream()
                    .write((passing ? "{\"error\":\"temporarily_unavailable\"}" : "{\"error\":\"server_error\"}")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A refusal of ours may come wrapped by what was waiting for it. */
    private static Throwable reason(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof RefusedException) {
                return each;
            }
        }
        return failure;
    }
}
