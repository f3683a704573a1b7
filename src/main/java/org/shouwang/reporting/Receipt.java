package org.shouwang.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter takes home. A receipt of this system is not a police report (报案).
 *
 * @param trackingCode asks for the state later, without login
 * @param caseId the case that was opened or joined at once; only for API callers who may know
 * @param urgent whether the police have to be called now if nobody has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID id,
        String trackingCode,
        Instant receivedAt,
        @Nullable UUID caseId,
        @Nullable String caseNo,
        boolean urgent) {}
