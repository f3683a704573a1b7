-- A restricted case whose suspicion has fallen away is opened again (解除限定查阅) by two of those named on it: one of them the
-- county's head. What was told while it was restricted stays with those named.
alter table case_turn drop constraint case_turn_kind_check;
alter table case_turn add constraint case_turn_kind_check
    check (kind in ('reopened', 'review', 'new-harm', 'restrict', 'lift-proposed', 'lift', 'lift-refused'));

-- Whom the reports of a matter alone brought into the register: they leave it when the matter is sealed, and when it is
-- restricted. Whoever stands there for another reason stays: that tells nothing.
create or replace function known_from(subject uuid) returns uuid[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    matter uuid[] := with_reports(subject);
begin
    if not exists (select from juvenile_seal where case_id = subject and sealed_by::text = app_identity('officer'))
       and not exists (select from case_turn where case_id = subject and kind = 'restrict'
                         and officer_id::text = app_identity('officer') and xmin = pg_current_xact_id()::xid) then
        return '{}';
    end if;
    return array(
        select person.id from person
        join person_version first on first.person_id = person.id and first.version = 1 and first.source = 'report'
        where person.id in (select person_id from case_person where case_id = subject
                            union select child from report where id = any (matter))
          and not exists (select from case_person other
                          where other.person_id = person.id and other.case_id <> subject)
          and not exists (select from report other where other.child = person.id and other.id <> all (matter)));
end
$$;

create function lift_restriction(subject uuid, titled text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    asked case_turn%rowtype;
    place record;
begin
    select * into asked from case_turn where case_id = subject and kind in ('restrict', 'lift-proposed', 'lift-refused')
    order by at desc, id desc limit 1;
    if asked.kind is distinct from 'lift-proposed' or asked.officer_id::text = app_identity('officer')
       or not exists (select from case_turn where case_id = subject and kind = 'lift'
                        and officer_id::text = app_identity('officer') and xmin = pg_current_xact_id()::xid)
       or not exists (select from case_file where id = subject and sealed_class = 'restricted')
       or exists (select from juvenile_seal where case_id = subject) then
        raise exception using errcode = 'insufficient_privilege', message = 'Two open a restricted case, and nothing else.';
    end if;
    -- Why it was graded as it was says what was suspected; the records keep it for those named.
    update case_file set sealed_class = 'open', grade_reasons = '{}' where id = subject;
    update case_grade set reasons = '{}' where case_id = subject;
    update work_subject set sealed_class = 'open', title = titled, title_sealed = null where id = subject;
    update inbox_task set sealed_class = 'open', title = titled, title_sealed = null where subject_id = subject;
    -- All that hangs on the case, but for what somebody wrote or took a picture of.
    for place in
        select classed.table_name, key.column_name
        from information_schema.columns classed
        join information_schema.tables on tables.table_schema = 'public' and tables.table_name = classed.table_name
             and table_type = 'BASE TABLE'
        join information_schema.columns key on key.table_schema = 'public' and key.table_name = classed.table_name
             and key.column_name in ('case_id', 'subject_id') and key.data_type = 'uuid'
        where classed.table_schema = 'public' and classed.column_name = 'sealed_class'
          and classed.table_name not in ('report', 'case_file', 'work_subject', 'inbox_task', 'juvenile_seal',
                                         'form_record', 'attachment', 'case_turn', 'conflict_of_interest', 'late_report')
    loop
        execute format('update %I set sealed_class = $2 where %I = $1 and sealed_class = $3',
                       place.table_name, place.column_name) using subject, 'open', 'restricted';
    end loop;
end
$$;
revoke execute on function lift_restriction(uuid, text) from public;
grant execute on function lift_restriction(uuid, text) to shouwang_app;

do $$
declare
    kept record;
begin
    for kept in select * from (values ('form_record', 'subject_id'), ('attachment', 'subject_id'), ('case_turn', 'case_id'))
                     as told (named, key) loop
        execute format($policy$
            create policy lifted on %1$I as restrictive for select to shouwang_app using (
                sealed_class <> 'restricted'
                or not exists (select from work_subject
                               where work_subject.id = %1$I.%2$I and work_subject.sealed_class = 'open')
                or exists (select from participation
                           where participation.subject_id = %1$I.%2$I and part = 'named' and until is null
                             and officer_id = any ((select app_ids('parties'))::uuid[])))$policy$, kept.named, kept.key);
    end loop;
end
$$;
