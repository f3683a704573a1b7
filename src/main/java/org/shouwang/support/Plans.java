package org.shouwang.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
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

    /**
     * @param visitor a {@code VISITOR} code, null in a plan of another child's own
     * @param instance the run of the process in which another child has this plan, null for the case's child
     */
    public record Plan(
            UUID id,
            UUID record,
            @Nullable String visitor,
            LocalDate reviewDate,
            @Nullable String instance,
            Instant at) {}

    /**
     * @param need a {@code NEED} code
     * @param position in the plan, from 0
     * @param whose a {@code NEED_FOR} code, null for the child's own
     * @param measure a {@code PLAN_MEASURE} code
     * @param helper a {@code HELPER} code
     * @param result the last {@code NEED_RESULT} code said of it, null as long as nobody has
     */
    public record Need(
            UUID plan,
            int position,
            String need,
            @Nullable String whose,
            @Nullable String measure,
            @Nullable String helper,
            @Nullable LocalDate due,
            @Nullable String result,
            @Nullable LocalDate resultOn) {}

    /**
     * What a review said of a need.
     *
     * @param by name of who said it
     */
    record Result(UUID record, String need, String result, String by, Instant at) {}

    /** All plans, the one in force first. */
    public List<Plan> of(UUID caseId) {
        return jdbc.sql("""
                        select id, record_id record, visitor, review_date, instance, at from support_plan
                        where case_id = ? order by at desc limit 50""").param(caseId).query(Plan.class).list();
    }

    /** What the plans of a case set out to meet, in the order they were written. */
    public List<Need> needs(UUID caseId) {
        return jdbc.sql("""
                        select need.plan_id plan, need.position, need.need, need.whose, need.measure, need.helper, need.due,
                               said.result, cast(said.at at time zone 'Asia/Shanghai' as date) result_on
                        from support_need need join support_plan plan on plan.id = need.plan_id
                        left join lateral (select result, at from need_result
                            where need_result.plan_id = need.plan_id and need_result.position = need.position
                            order by at desc, id desc limit 1) said on true
                        where plan.case_id = ? order by need.plan_id, need.position limit 500""").param(caseId).query(Need.class).list();
    }

    /** What the plan in force of the case's child sets out to meet. */
    List<Need> inForce(UUID caseId) {
        return needs(caseId, plan -> plan.instance() == null);
    }

    /** What the plan of another child sets out to meet that runs in this process. */
    List<Need> ofRun(UUID caseId, String instance) {
        return needs(caseId, plan -> instance.equals(plan.instance()));
    }

    /** The needs of the plan that this record is. */
    List<Need> ofRecord(UUID record) {
        return jdbc.sql("select case_id from support_plan where record_id = ?")
                .param(record)
                .query(UUID.class)
                .optional()
                .map(caseId -> needs(caseId, plan -> plan.record().equals(record)))
                .orElse(List.of());
    }

    private List<Need> needs(UUID caseId, Predicate<Plan> which) {
        return of(caseId).stream()
                .filter(which)
                .findFirst()
                .map(plan -> needs(caseId).stream()
                        .filter(need -> need.plan().equals(plan.id()))
                        .toList())
                .orElse(List.of());
    }

    /** What reviews said, the latest first. */
    List<Result> results(UUID caseId) {
        return jdbc.sql("""
                        select said.record_id record, need.need, said.result, officer.name by, said.at
                        from need_result said
                        join support_need need on need.plan_id = said.plan_id and need.position = said.position
                        join officer on officer.id = said.officer_id
                        where said.case_id = ? and said.record_id is not null
                        order by said.at desc, said.id desc limit 200""").param(caseId).query(Result.class).list();
    }
}
