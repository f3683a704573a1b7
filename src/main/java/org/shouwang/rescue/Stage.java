package org.shouwang.rescue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a stage of a treatment is told by.
 *
 * @param skip the field that says why it was left out
 * @param times the fields that say when it happened, the first that is answered counts
 */
record Stage(String key, String form, String skip, List<String> times) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static final Stage FIRST_AID =
            new Stage("first-aid", "E01-first-aid", "firstAidSkip", List.of("arrivedAt", "calledAt"));
    static final List<Stage> LATER = List.of(
            new Stage("admission", "E02-admission", "admissionSkip", List.of("admittedAt", "leftAt")),
            new Stage("discharge", "E03-discharge", "-", List.of("dischargedAt")),
            new Stage("rehabilitation", "E04-rehabilitation", "rehabSkip", List.of("startOn")),
            new Stage("review", "E05-rehabilitation-review", "-", List.of("reviewedOn")));

    Stage {
        times = List.copyOf(times);
    }

    @Nullable
    OffsetDateTime happened(ObjectNode data) {
        return times.stream()
                .filter(data::hasNonNull)
                .findFirst()
                .map(field -> moment(data.get(field).asString()))
                .orElse(null);
    }

    private static OffsetDateTime moment(String said) {
        return said.length() == 10
                ? LocalDate.parse(said).atStartOfDay(CHINA).toOffsetDateTime()
                : OffsetDateTime.parse(said);
    }

    /** Whether the treatment ends with what was said of this stage. */
    boolean last(ObjectNode data) {
        return data.path("rehab").asString("").equals("no")
                || data.path("rehabOutcome").asString("").equals("end");
    }
}
