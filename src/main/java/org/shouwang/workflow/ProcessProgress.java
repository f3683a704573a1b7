package org.shouwang.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one process has come. Knows units, never persons: the picture is the same for everyone who may see the case.
 *
 * @param done the last passing of each element that was passed, by element id
 * @param current the unit that holds each element the process now stands at, by element id; empty text when nobody does
 * @param flows ids of the sequence flows that were taken; empty when not known, and then guessed from the elements
 */
public record ProcessProgress(Map<String, Passed> done, Map<String, String> current, Set<String> flows) {

    /**
     * One element behind us.
     *
     * @param unit who did it, null for what the system did
     */
    public record Passed(@Nullable String unit, Instant at) {}

    public ProcessProgress {
        done = Map.copyOf(done);
        current = Map.copyOf(current);
        flows = Set.copyOf(flows);
    }
}
