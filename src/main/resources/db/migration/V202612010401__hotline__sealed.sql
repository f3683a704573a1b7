-- What comes of a juvenile record that is sealed goes out of sight with it, for good: the hotline's order as well.
create function seal_hotline_orders() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    gone uuid[] := array(select id from hotline_order where report_id = new.id);
begin
    update hotline_order set sealed_class = 'sealed' where id = any (gone);
    update work_subject set sealed_class = 'sealed', number = '' where id = any (gone);
    update inbox_task set sealed_class = 'sealed', number = '' where subject_id = any (gone);
    update form_record set sealed_class = 'sealed' where subject_id = any (gone);
    update clock set sealed_class = 'sealed' where subject_id = any (gone);
    return null;
end
$$;
create trigger seal_hotline_orders after update of sealed_class on report
    for each row when (new.sealed_class = 'sealed') execute function seal_hotline_orders();
create policy sealed on hotline_order as restrictive for select to shouwang_app using (sealed_class <> 'sealed');

-- Background work that only looks for cases has no business with what hangs on them.
do $$
declare
    hanging text;
begin
    foreach hanging in array array['guardianship_report', 'need_result', 'legal_aid'] loop
        execute format($policy$
            create policy narrow on %1$I as restrictive for select to shouwang_app using (
                exists (select from work_subject where work_subject.id = %1$I.case_id)
                and coalesce((select app_identity('service')), '')
                    not in ('matching', 'emergency', 'operations', 'board', 'tracking'))$policy$, hanging);
    end loop;
end
$$;
