package org.shouwang.supervision;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts open cases by where they are and how far they have come. */
@Component
@Transactional
class CaseCounts {

    /** The divisions next below those supervised, and each of these itself for what belongs to none below. */
    private static final String AREAS = """
            with area as (
                select code, name, first_code, last_code from division where parent = any(:firsts)
                union all
                select code, name, code, code from division where code = any(:firsts))
            """;

    private static final String SHOWN = Territory.shown("case_file", "case_file.id");

    private final JdbcClient jdbc;

    CaseCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Place(String code, String name, boolean top) {}

    record Count(String area, String stage, String grade, long cases) {}

    record Late(String area, String stage, long cases) {}

    List<Place> places(Territory territory) {
        return jdbc.sql(AREAS + "select code, name, code = any(:firsts) top from area order by code")
                .param("firsts", territory.firsts())
                .query(Place.class)
                .list();
    }

    /** A case that has not come to its first step stands where it was reported. */
    List<Count> open(Territory territory) {
        return jdbc.sql(AREAS + """
                        select area.code area, coalesce(stage, 'reporting') stage, grade, count(*) cases
                        from area join case_file on case_file.division between area.first_code and area.last_code
                        where case_file.state = 'open' and %s
                        group by 1, 2, 3""".formatted(SHOWN))
                .param("firsts", territory.firsts())
                .param("officer", territory.officer())
                .query(Count.class)
                .list();
    }

    List<Late> late(Territory territory, Instant now) {
        return jdbc.sql(AREAS + """
                        select area.code area, coalesce(case_file.stage, 'reporting') stage,
                               count(distinct case_file.id) cases
                        from area join inbox_task task on task.division between area.first_code and area.last_code
                        join case_file on case_file.id = task.subject_id and case_file.state = 'open'
                        where task.state = 'open' and not task.external and task.due_at < :now and %s
                        group by 1, 2""".formatted(SHOWN))
                .param("firsts", territory.firsts())
                .param("officer", territory.officer())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Late.class)
                .list();
    }
}
