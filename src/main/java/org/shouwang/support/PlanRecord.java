package org.shouwang.support;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.Ids;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** {@code F08-plan}: the plan (服务计划), need by need. */
@Component
@Transactional
class PlanRecord implements RecordHandler {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final PlannedAid aid;

    PlanRecord(JdbcClient jdbc, Cases cases, PlannedAid aid) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.aid = aid;
    }

    @Override
    public String form() {
        return "F08-plan";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView planned = cases.find(completion.subject()).orElseThrow();
        UUID plan = Ids.next();
        JsonNode data = completion.data();
        jdbc.sql("""
                        insert into support_plan (id, case_id, record_id, visitor, review_date, at, division,
                                                  sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        plan,
                        planned.id(),
                        completion.record(),
                        data.get("visitor").asString(),
                        LocalDate.parse(data.get("reviewDate").asString()),
                        completion.at().atOffset(ZoneOffset.UTC),
                        planned.division(),
                        planned.sealedClass())
                .update();
        int position = 0;
        for (JsonNode need : data.get("needs")) {
            add(plan, position++, need, planned);
        }
        aid.begin(completion);
        return Map.of();
    }

    private void add(UUID plan, int position, JsonNode need, CaseView planned) {
        jdbc.sql("""
                        insert into support_need (plan_id, position, need, helper, due, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        plan,
                        position,
                        need.get("need").asString(),
                        text(need, "by"),
                        need.hasNonNull("due") ? LocalDate.parse(need.get("due").asString()) : null,
                        planned.division(),
                        planned.sealedClass()))
                .update();
    }

    private static @Nullable String text(JsonNode need, String field) {
        return need.hasNonNull(field) ? need.get(field).asString() : null;
    }
}
