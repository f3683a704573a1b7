package org.shouwang.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Support plans of a case. */
@Component
@Transactional
public class Plans {

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param visitor a {@code VISITOR} code */
    public record Plan(UUID id, UUID record, String visitor, LocalDate reviewDate, Instant at) {}

    /**
     * @param need a {@code NEED} code
     * @param helper a {@code HELPER} code
     */
    public record Need(
            UUID plan,
            String need,
            @Nullable String helper,
            @Nullable LocalDate due) {}

    /** All plans, the one in force first. */
    public List<Plan> of(UUID caseId) {
        return jdbc.sql("""
                        select id, record_id record, visitor, review_date, at from support_plan
                        where case_id = ? order by at desc limit 50""").param(caseId).query(Plan.class).list();
    }

    /** What the plans of a case set out to meet, in the order they were written. */
    public List<Need> needs(UUID caseId) {
        return jdbc.sql("""
                        select need.plan_id plan, need.need, need.helper, need.due
                        from support_need need join support_plan plan on plan.id = need.plan_id
                        where plan.case_id = ? order by need.plan_id, need.position limit 500""").param(caseId).query(Need.class).list();
    }
}
