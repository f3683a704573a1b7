package org.shouwang.support;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.Ids;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Rows of plans, need by need. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param person another child whose plan it is, null for the case's child
     * @param instance the run of the process in which another child has it
     */
    void keep(Completion said, CaseView planned, @Nullable UUID person, @Nullable String instance) {
        UUID plan = Ids.next();
        JsonNode data = said.data();
        jdbc.sql("""
                        insert into support_plan (id, case_id, record_id, visitor, review_date, person_id, instance, at,
                                                  division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        plan,
                        planned.id(),
                        said.record(),
                        text(data, "visitor"),
                        LocalDate.parse(data.get("reviewDate").asString()),
                        person,
                        instance,
                        said.at().atOffset(ZoneOffset.UTC),
                        planned.division(),
                        planned.sealedClass()))
                .update();
        int position = 0;
        for (JsonNode need : data.get("needs")) {
            add(plan, position++, need, planned);
        }
    }

    private void add(UUID plan, int position, JsonNode need, CaseView planned) {
        jdbc.sql("""
                        insert into support_need (plan_id, position, need, whose, measure, helper, due, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        plan,
                        position,
                        need.get("need").asString(),
                        text(need, "whose"),
                        text(need, "measure"),
                        text(need, "by"),
                        need.hasNonNull("due") ? LocalDate.parse(need.get("due").asString()) : null,
                        planned.division(),
                        planned.sealedClass()))
                .update();
    }

    void result(Plans.Need need, String result, Completion said) {
        jdbc.sql("""
                        insert into need_result (id, plan_id, position, case_id, result, record_id, officer_id, at, division,
                                                 sealed_class)
                        select ?, ?, ?, id, ?, ?, ?, ?, division, sealed_class from case_file where id = ?""")
                .params(
                        Ids.next(),
                        need.plan(),
                        need.position(),
                        result,
                        said.record(),
                        said.by().officer().id(),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.subject())
                .update();
    }

    private static @Nullable String text(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.get(field).asString() : null;
    }
}
