package org.clearpost.identity.config;

import org.apache.catalina.session.StandardManager;
import org.apache.catalina.session.TooManyActiveSessionsException;
import org.clearpost.identity.model.IdentityProblem;
import org.clearpost.kit.problem.RefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * How many people may be on their way in at once.
 *
 * <p>Anybody can start a sign-in, and each keeps a session until it leads to a code or is left alone for some minutes.
 * Beyond the limit nobody new is let in, in place of memory that grows; who has a session goes on.
 */
@Component
public class SessionLimit implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final int most;

    SessionLimit(@Value("${clearpost.identity.sessions-at-most}") int most) {
        this.most = most;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardManager manager = new StandardManager();
            manager.setMaxActiveSessions(most);
            // With each look of Tomcat's background thread, every ten seconds: what is left alone makes room soon.
            manager.setProcessExpiresFrequency(1);
            context.setManager(manager);
        });
    }

    /** The refusal to answer with in place of {@code failure}: its own, unless there is no room for another session. */
    public static RuntimeException reason(RuntimeException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof TooManyActiveSessionsException) {
                return new RefusedException(IdentityProblem.TOO_MANY_SIGN_INS);
            }
        }
        return failure;
    }
}
