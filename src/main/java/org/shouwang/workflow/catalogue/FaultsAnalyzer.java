package org.shouwang.workflow.catalogue;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows whoever starts the application the faults instead of a stack trace. */
class FaultsAnalyzer extends AbstractFailureAnalyzer<Faults> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, Faults cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct these files and start again. The folder is SHOUWANG_PROCESSES, else ./processes, else the jar's"
                        + " copy.",
                cause);
    }
}
