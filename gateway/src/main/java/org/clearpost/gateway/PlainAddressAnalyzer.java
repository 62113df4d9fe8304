package org.clearpost.gateway;

import org.clearpost.gateway.LoopbackOrTls.PlainAddressException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the gateway did not start in one sentence instead of a stack trace. */
class PlainAddressAnalyzer extends AbstractFailureAnalyzer<PlainAddressException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PlainAddressException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
