package org.shouwang.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as those see it who work on it; the reporter is not in it.
 *
 * @param number 线索编号
 * @param state how triage ended, {@code received} until then
 * @param channel {@code CHANNEL} code: by which way it came
 * @param route {@code emergency}, {@code county} or {@code township}
 * @param situations {@code RPT_SIT} codes
 * @param worries {@code OTHER_SIT} codes
 * @param grade proposed {@code GRADE}
 * @param decision the triage decision with its reasons
 */
public record ReportView(
        UUID id,
        String number,
        String division,
        String sealedClass,
        String state,
        String channel,
        String route,
        String danger,
        String insider,
        List<String> situations,
        List<String> worries,
        UUID child,
        String grade,
        UUID decision,
        @Nullable UUID recordId,
        @Nullable UUID caseId,
        @Nullable String referredTo,
        Instant receivedAt,
        @Nullable Instant doneAt) {

    /** What anybody with the tracking code may know: 已收到 / 办理中 / 已办结. */
    public String publicState() {
        if (doneAt != null) {
            return "done";
        }
        return state.equals("received") && caseId == null ? "received" : "handling";
    }
}
