package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a case has left behind when its story is told: its journal, its clocks, and where the child was. */
record Trail(String file) {

    private static final String JOURNAL = """
            select coalesce(stage, '-') || ' ' || coalesce(details->>'task', act) || coalesce(' ' || (details->>'process'), '')
                   || coalesce(' ' || username, '')
            from journal_entry left join officer on officer.id = officer_id
            where (subject_id = cast(:file as uuid)
                   or subject_id in (select id from report where case_id = cast(:file as uuid)))
              and (act in ('task.done', 'process.started') or act in ('report.received', 'report.triaged', 'task.reassigned')
                   or act ~ '^(case|placement|referral)[.]' and act not like '%.read')
            order by journal_entry.id""";

    /** Key, last day, the day it ended. */
    private static final String CLOCKS = """
            select key || ' ' || coalesce(to_char((due_at - interval '1 second') at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
                                          'measured')
                   || coalesce(to_char(stopped_at at time zone 'Asia/Shanghai', ' > YYYY-MM-DD'), ' runs')
                   || case when stopped_at > due_at then ' late' else '' end
            from clock
            where subject_id = cast(:file as uuid)
               or subject_id in (select id from report where case_id = cast(:file as uuid))
            order by (started_at at time zone 'Asia/Shanghai')::date, key, due_at""";

    /** At noon of each day; a line more for each place that does not begin where the one before it ends. */
    private static final String PLACES = """
            with stay as (
                select person_id, place, since, coalesce(until, 'infinity') until,
                       lead(since) over (partition by person_id order by since) next
                from placement
                where until is distinct from since
                  and person_id in (select person_id from case_person
                                    where case_id = cast(:file as uuid) and part in ('child', 'sibling')))
            select day || ' ' || coalesce(string_agg(place, '+' order by since), 'home')
            from unnest(cast(:days as text[])) day
            left join stay on since <= (day || ' 12:00+08')::timestamptz and until > (day || ' 12:00+08')::timestamptz
            group by day
            union all
            select 'gap or overlap ' || until from stay where next is distinct from until and next is not null
            order by 1""";

    private static final JdbcClient EVERYTHING = TestParts.everything();

    static Trail of(String number) {
        return new Trail(EVERYTHING
                .sql("select id from case_file where number = ?")
                .param(number)
                .query(String.class)
                .single());
    }

    /** Stage, step or event, and whose login did it. */
    String journal() {
        return String.join("\n", lines(JOURNAL));
    }

    String clocks() {
        return String.join("\n", lines(CLOCKS));
    }

    private List<String> lines(String sql) {
        return EVERYTHING.sql(sql).param("file", file).query(String.class).list();
    }

    List<String> places(String... days) {
        return EVERYTHING
                .sql(PLACES)
                .param("file", file)
                .param("days", "{" + String.join(",", days) + "}")
                .query(String.class)
                .list();
    }

    /** No entry about this case carries any of these words. */
    void tellsNothingOf(String... words) {
        for (String word : words) {
            assertThat(EVERYTHING
                            .sql("select act from journal_entry where position(:word in journal_entry::text) > 0"
                                    + " and subject_id = cast(:file as uuid)")
                            .param("word", word)
                            .param("file", file)
                            .query(String.class)
                            .list())
                    .as(word)
                    .isEmpty();
        }
    }
}
