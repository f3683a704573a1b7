package org.shouwang.secrecy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence alone instead of forty lines of a failed context. */
final class UnusableKeyFileAnalyzer extends AbstractFailureAnalyzer<UnusableKeyFile> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableKeyFile cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Bring back the key file from its backup. Without it, what is sealed in the database stays sealed.",
                cause);
    }
}
