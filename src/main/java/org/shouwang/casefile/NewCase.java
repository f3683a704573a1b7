package org.shouwang.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to open a case.
 *
 * @param report the report it comes from
 * @param receivedAt when the report came: since then the matter is in the stage of reporting
 * @param child the child's person record, unidentified if need be
 * @param reasons why this grade, in sentences
 * @param decision the decision that proposed it
 * @param overridden whether a person decided otherwise than proposed
 * @param emergency whether it starts with the emergency step
 * @param policeInvolved whether the police have to be told
 */
public record NewCase(
        UUID report,
        Instant receivedAt,
        String division,
        String sealedClass,
        UUID child,
        @Nullable UUID suspect,
        String grade,
        List<String> reasons,
        @Nullable UUID decision,
        boolean overridden,
        String lead,
        boolean emergency,
        boolean policeInvolved) {}
