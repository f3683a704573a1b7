package org.shouwang.workflow.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A decision as it was stored. Later changes of the DMN file change nothing in it.
 *
 * @param decision key of the DMN file
 * @param dmnSha256 of the file it was made with
 * @param inputs codes, numbers, truth values and dates that it was made from
 */
public record DecisionMade(
        UUID id,
        UUID subject,
        String decision,
        String dmnSha256,
        Instant at,
        Map<String, Object> inputs,
        List<Map<String, Object>> outputs,
        List<Reason> reasons) {}
