package org.shouwang.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of planned checks and of what the villages answered. */
@Component
@Transactional
class CheckStore {

    private static final String PLAN = """
            select plan.id, plan.screened, plan.valid_from, plan.valid_until, plan.agency, plan.set_at, plan.division,
                   (select count(*) from village_check each where each.plan_id = plan.id) villages,
                   (select count(done_at) from village_check each where each.plan_id = plan.id) answered
            from check_plan plan
            """;

    private static final String VILLAGE = """
            select id, plan_id plan, number, division, households, found, done_at from village_check
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CheckStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(CheckPlan plan, UUID officer) {
        jdbc.sql("""
                        insert into check_plan (id, screened, valid_from, valid_until, set_by, agency, set_at, division)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        plan.id(),
                        plan.screened(),
                        plan.validFrom(),
                        plan.validUntil(),
                        officer,
                        plan.agency(),
                        plan.setAt().atOffset(ZoneOffset.UTC),
                        plan.division())
                .update();
    }

    String nextNumber() {
        long number = jdbc.sql("select nextval('village_check_number')")
                .query(Long.class)
                .single();
        return "%d-%05d".formatted(LocalDate.now(clock).getYear(), number);
    }

    void insert(VillageCheck check) {
        jdbc.sql("insert into village_check (id, plan_id, number, division) values (?, ?, ?, ?)")
                .params(check.id(), check.plan(), check.number(), check.division())
                .update();
    }

    Optional<CheckPlan> plan(UUID id) {
        return jdbc.sql(PLAN + "where plan.id = ?")
                .param(id)
                .query(CheckPlan.class)
                .optional();
    }

    List<CheckPlan> latest(Scope scope, int limit) {
        return jdbc.sql(PLAN + """
                        where exists (select from unnest(cast(:firsts as text[]), cast(:lasts as text[])) reach (first, last)
                                      where plan.division between reach.first and reach.last)
                        order by plan.set_at desc, plan.id desc limit :limit""")
                .param(
                        "firsts",
                        scope.territory().stream().map(Scope.Range::first).toArray(String[]::new))
                .param(
                        "lasts",
                        scope.territory().stream().map(Scope.Range::last).toArray(String[]::new))
                .param("limit", limit)
                .query(CheckPlan.class)
                .list();
    }

    List<VillageCheck> villages(UUID plan) {
        return jdbc.sql(VILLAGE + "where plan_id = ? order by division limit 1000")
                .param(plan)
                .query(VillageCheck.class)
                .list();
    }

    Optional<VillageCheck> village(UUID id) {
        return jdbc.sql(VILLAGE + "where id = ?")
                .param(id)
                .query(VillageCheck.class)
                .optional();
    }

    void answered(UUID id, UUID record, @Nullable Integer households, int found, Instant when) {
        jdbc.sql("update village_check set record_id = ?, households = ?, found = ?, done_at = ? where id = ?")
                .params(Arrays.asList(record, households, found, when.atOffset(ZoneOffset.UTC), id))
                .update();
    }
}
