package org.shouwang.launch;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refusal to start as a sentence instead of a stack trace. */
class LaunchRefusedAnalyzer extends AbstractFailureAnalyzer<LaunchRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LaunchRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), rootFailure);
    }
}
