package org.shouwang.workflow.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision that was made and stored: a proposal with its reasons, which a person confirms or changes.
 *
 * @param outputs one map of output name to value per result; several only with hit policy COLLECT
 * @param reasons the matched rules in the file's order
 */
public record Decided(UUID id, List<Map<String, Object>> outputs, List<Reason> reasons) {

    /** A text output of the first result; empty when no rule matched. */
    public Optional<String> text(String output) {
        return outputs.stream()
                .findFirst()
                .map(first -> first.get(output))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
