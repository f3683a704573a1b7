package org.shouwang.bench;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills the house's tables and the engine's with the same cases: each with an open task and three done ones, who may
 * take it, a clock and ten entries of the journal. A township has 1,250 cases, so a larger load is more townships.
 */
final class Load {

    private static final int PER_TOWNSHIP = 1_250;

    private final JdbcTemplate database;

    Load(JdbcTemplate database) {
        this.database = database;
    }

    void cases(int cases) {
        database.execute("set synchronous_commit = off");
        for (String statement : STATEMENTS.split(";\n")) {
            database.execute(statement
                    .replace(":cases", String.valueOf(cases))
                    .replace(":townships", String.valueOf(Math.max(1, cases / PER_TOWNSHIP))));
        }
        database.execute("analyze");
        database.execute("checkpoint");
    }

    private static final String STATEMENTS = """
        create unlogged table bench_case as
        select i, md5('case' || i)::uuid id, 'b-' || i task,
               case when i % :townships = 0 then '450223102000'
                    else to_char(450300000000 + (i % :townships) * 1000, 'FM000000000000') end division,
               now() - interval '30 days' + i % 5000 * interval '7 minutes' opened,
               now() + (i * 7919 % 20000 - 2000) * interval '1 minute' due,
               (i % 4 + 1)::text grade
        from generate_series(1, :cases) i;
        insert into case_file (id, number, division, main_person, grade, grade_reasons, stage, lead, opened_at,
                               source_report, must_report)
        select id, 'B' || i, division, md5('person' || i)::uuid, grade, array['-'], 'reporting', 'township', opened,
               md5('report' || i)::uuid, false from bench_case;
        insert into work_subject (id, kind, number, title, division, grade, stage)
        select id, 'case', 'B' || i, '虚构', division, grade, 'reporting' from bench_case;
        insert into inbox_task (id, instance_id, subject_id, subject_kind, number, title, process, task_key, form, name, stage, division, grade,
                                state, created_at, due_at, sort_at, done_at, ended_at)
        select case when k = 0 then task else task || '-' || k end, 'p' || task, id, 'case', 'B' || i, '虚构', 'report-intake', 'triage',
               'S01-triage', '受理线索', 'reporting', division, grade,
               case when k = 0 then 'open' else 'done' end, opened, due, due,
               case when k > 0 then opened end, case when k > 0 then opened end
        from bench_case, generate_series(0, 3) k;
        insert into inbox_candidate (task_id, role, division, subject_id, restricted, sort_at, late_from)
        select task, role, division, id, false, due, due
        from bench_case, unnest(array['township-supervisor', 'station-worker']) role;
        insert into clock (id, key, version, zh, en, subject_id, task_id, actor, external, stops, term, roll, grade,
                           kind, basis, mark, holder_role, holder_division, started_at, due_at, division,
                           next_action_at)
        select md5('clock' || i)::uuid, 'P-triage', date '2026-01-01', '受理线索', 'Take in', id, task,
               'township-supervisor', false, 'done', 'PT4H', false, grade, 'default', '本县默认', 'P',
               'township-supervisor', division, opened, due, division, now() + interval '30 days'
        from bench_case;
        insert into journal_entry (at, act, subject_id, stage)
        select opened + k * interval '1 hour', 'case.read', id, 'casefile' from bench_case, generate_series(1, 10) k;
        create unlogged table bench_definition as
        select id_ from act_re_procdef where key_ = 'report-intake' order by version_ desc limit 1;
        insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, root_proc_inst_id_,
            is_active_, is_concurrent_, is_scope_, is_event_scope_, is_mi_root_, suspension_state_, tenant_id_,
            start_time_, is_count_enabled_, evt_subscr_count_, task_count_, job_count_, timer_job_count_,
            susp_job_count_, deadletter_job_count_, external_worker_job_count_, var_count_, id_link_count_)
        select 'p' || task, 1, 'p' || task, id::text, id_, 'p' || task, true, false, true, false, false, 1, '',
               opened, true, 0, 0, 0, 0, 0, 0, 0, 9, 0
        from bench_case, bench_definition;
        insert into act_ru_execution (id_, rev_, proc_inst_id_, parent_id_, proc_def_id_, root_proc_inst_id_,
            act_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, is_mi_root_, suspension_state_,
            tenant_id_, start_time_, is_count_enabled_, evt_subscr_count_, task_count_, job_count_,
            timer_job_count_, susp_job_count_, deadletter_job_count_, external_worker_job_count_, var_count_,
            id_link_count_)
        select 'x' || task, 1, 'p' || task, 'p' || task, id_, 'p' || task, 'triage', true, false, false, false,
               false, 1, '', opened, true, 0, 1, 0, 0, 0, 0, 0, 0, 0
        from bench_case, bench_definition;
        insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
            priority_, create_time_, due_date_, suspension_state_, tenant_id_, form_key_, is_count_enabled_,
            var_count_, id_link_count_, sub_task_count_)
        select task, 1, 'x' || task, 'p' || task, id_, '受理线索', 'triage', 50, opened, due, 1, '', 'S01-triage', true,
               0, 2, 0
        from bench_case, bench_definition;
        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
        select role || task, 1, role, 'candidate', task
        from bench_case, unnest(array['township-supervisor', 'station-worker']) role;
        insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_)
        select name || task, 1, 'string', name, 'p' || task, 'p' || task,
               case name when 'division' then division when 'subject' then id::text else 'no' end
        from bench_case,
             unnest(array['subject', 'reportId', 'division', 'danger', 'insider', 'route', 'lead']) name
        """;
}
