package org.shouwang.followup;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.Children;
import org.shouwang.web.Ids;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * {@code F09-visit}: seen, not seen, or declined. Not to find somebody is a normal result with a reason; a rule that
 * every miss climbs makes faked visits. One visit counts for every child seen in the home.
 */
@Component
@Transactional
class VisitRecord implements RecordHandler {

    private final JdbcClient jdbc;
    private final Cases cases;

    VisitRecord(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F09-visit";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView visited = cases.find(completion.subject()).orElseThrow();
        JsonNode data = completion.data();
        String outcome = data.get("outcome").asString();
        jdbc.sql("""
                        insert into visit (id, case_id, record_id, outcome, miss_reason, alone, danger, visited_at,
                                           officer_id, at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        Ids.next(),
                        visited.id(),
                        completion.record(),
                        outcome,
                        data.hasNonNull("missReason") ? data.get("missReason").asString() : null,
                        data.hasNonNull("alone") ? data.get("alone").asString().equals("yes") : null,
                        data.path("danger").asString("no").equals("yes"),
                        visitedAt(data),
                        completion.by().officer().id(),
                        completion.at().atOffset(ZoneOffset.UTC),
                        visited.division(),
                        visited.sealedClass()))
                .update();
        cases.alsoConcerns(visited.id(), completion.record(), Children.named(data, "alsoSeen"));
        return Map.of(
                "missed",
                missedInARow(visited.id()),
                "danger",
                data.path("danger").asString("no"));
    }

    private static @Nullable OffsetDateTime visitedAt(JsonNode data) {
        return data.hasNonNull("visitedAt")
                ? OffsetDateTime.parse(data.get("visitedAt").asString())
                : null;
    }

    private int missedInARow(UUID caseId) {
        return jdbc.sql("""
                        select count(*) from visit missed
                        where case_id = :case and outcome = 'missed' and not exists (
                            select from visit seen
                            where seen.case_id = :case and seen.outcome = 'seen' and seen.at > missed.at)""").param("case", caseId).query(Integer.class).single();
    }
}
