-- Archived: read-only and out of every list. No matrix reaches the class 'archived'; these policies keep it from the
-- ways that ask for no class (who takes part, whose task it was), and come on top of the others, whatever those say.
alter table case_file drop constraint case_file_sealed_class_check;
alter table case_file add check (sealed_class in ('open', 'restricted', 'archived'));
alter table report drop constraint report_sealed_class_check;
alter table report add check (sealed_class in ('open', 'restricted', 'archived'));
alter table attachment drop constraint attachment_sealed_class_check;
alter table attachment add check (sealed_class in ('open', 'restricted', 'archived'));

create policy archived on work_subject as restrictive for select to shouwang_app using (
    sealed_class <> 'archived' or id = any ((select app_ids('opened'))::uuid[]));
create policy archived on case_file as restrictive for select to shouwang_app using (
    sealed_class <> 'archived' or id = any ((select app_ids('opened'))::uuid[]));
create policy archived on report as restrictive for select to shouwang_app using (
    sealed_class <> 'archived' or id = any ((select app_ids('opened'))::uuid[])
    or case_id = any ((select app_ids('opened'))::uuid[]) or (select app_identity('service')) = 'tracking');
create policy archived on case_person as restrictive for select to shouwang_app using (
    sealed_class <> 'archived' or case_id = any ((select app_ids('opened'))::uuid[]));
create policy archived on inbox_task as restrictive for select to shouwang_app using (
    sealed_class <> 'archived' or subject_id = any ((select app_ids('opened'))::uuid[]));

-- An opening of an archived case runs like an emergency access: one officer, one case, three hours.
alter table emergency_access add kind text not null default 'emergency' check (kind in ('emergency', 'archive'));

create function with_reports(subject uuid) returns uuid[] language sql stable as $$
    select array_agg(id) from (select subject id union select report.id from report where case_id = subject) matter
$$;

-- The matter's rows that carry a class of their own: into the archive, or back to what they were.
create function class_subject(subject uuid, to_class text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    matter uuid[] := with_reports(subject);
begin
    if not exists (select from retention where subject_id = subject and erased_at is null
                   and (archived_at is not null) = (to_class = 'archived') and to_class in ('archived', sealed_class)) then
        raise exception using errcode = 'insufficient_privilege', message = 'Not what the retention of this matter says.';
    end if;
    update work_subject set sealed_class = to_class where id = any (matter);
    update case_file set sealed_class = to_class where id = subject;
    update report set sealed_class = to_class where id = any (matter);
    update case_person set sealed_class = to_class where case_id = subject;
    update inbox_task set sealed_class = to_class where subject_id = any (matter);
    update clock set sealed_class = to_class where subject_id = any (matter);
    update attachment set sealed_class = to_class
    where subject_id = any (matter) and sealed_class in ('archived', 'open') and to_class <> 'restricted';
end
$$;

-- Erases: the application has no right to delete what is kept for the record, so this does, and only for an erasure
-- that two officers stand behind, the second of whom is at work in this very transaction. What names or describes a
-- person goes; numbers, dates and codes stay, and so does the journal, which names nobody.
create function erase_subject(wanted uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    asked  erasure%rowtype;
    matter uuid[];
    tasks  text[];
    people uuid[];
    homes  uuid[];
    step   text[];
    n      bigint;
    gone   jsonb := '{}';
begin
    select * into strict asked from erasure where id = wanted for update;
    if asked.state <> 'approved' or asked.approved_by::text <> app_identity('officer')
       or exists (select from case_file where id = asked.subject_id and state <> 'closed')
       or exists (select from inbox_task where subject_id = any (with_reports(asked.subject_id)) and state = 'open') then
        raise exception using errcode = 'insufficient_privilege',
            message = 'An erasure needs a closed matter, a proposal and the approval of another officer.';
    end if;
    matter := with_reports(asked.subject_id);
    tasks := array(select id from inbox_task where subject_id = any (matter));
    -- Files of people whom the report alone brought in; who stands in a register, or on another matter, stays there.
    people := array(
        select person.id from person
        join person_version first on first.person_id = person.id and first.version = 1 and first.source = 'report'
        where person.id in (select person_id from case_person where case_id = any (matter)
                            union select child from report where id = any (matter))
          and not exists (select from case_person other
                          where other.person_id = person.id and other.case_id <> all (matter))
          and not exists (select from report other
                          left join retention on retention.subject_id = coalesce(other.case_id, other.id)
                          where other.child = person.id and other.id <> all (matter) and retention.erased_at is null));
    homes := array(select household_id from person where id = any (people) and household_id is not null);

    perform pg_advisory_xact_lock(hashtextextended(encode(digest, 'hex'), 0))
    from (select distinct digest from attachment
          where subject_id = any (matter) or cast(subject_id as text) = any (tasks) order by digest) file;
    insert into attachment_removal (digest)
    select distinct digest from attachment file
    where (subject_id = any (matter) or cast(subject_id as text) = any (tasks))
      and not exists (select from attachment other where other.digest = file.digest
                      and other.subject_id <> all (matter) and cast(other.subject_id as text) <> all (tasks))
    on conflict do nothing;
    get diagnostics n = row_count;
    update erasure set files = n where id = wanted;

    foreach step slice 1 in array array[
        ['attachment', 'delete from attachment where subject_id = any ($1) or cast(subject_id as text) = any ($2)'],
        ['form_draft', 'delete from form_draft where task_id = any ($2)'],
        ['form_record', 'delete from form_record where subject_id = any ($1)'],
        ['reporter', 'delete from reporter where report_id = any ($1)'],
        ['reporter_opening', 'update reporter_opening set reason = '''' where report_id = any ($1)'],
        ['notice', 'delete from notice where subject_id = any ($1)'],
        ['conflict_of_interest', 'delete from conflict_of_interest where subject_id = any ($1)'],
        ['case_turn', 'delete from case_turn where case_id = any ($1)'],
        ['case_record_person', 'delete from case_record_person where case_id = any ($1)'],
        ['case_person', 'delete from case_person where case_id = any ($1)'],
        ['consent_recipient', 'delete from consent_recipient where case_id = any ($1)'],
        ['consent', 'delete from consent where case_id = any ($1)'],
        ['data_request', 'update data_request set person_id = null, asker = '''', wish = '''', answer = '''' where case_id = any ($1)'],
        ['emergency_access', 'update emergency_access set reason = '''' where case_id = any ($1)'],
        ['case_police', 'update case_police set receipt_no = null where case_id = any ($1)'],
        ['case_grade', 'update case_grade set reasons = ''{}'' where case_id = any ($1)'],
        ['assessment', 'update assessment set reasons = ''{}'' where case_id = any ($1)'],
        ['decision_made', 'update decision_made set reasons = ''[]'' where subject_id = any ($1)'],
        ['case_file', 'update case_file set main_person = null, grade_reasons = ''{}'', sealed_class = ''archived'' where id = any ($1)'],
        ['report', 'update report set sealed_class = ''archived'' where id = any ($1)'],
        ['inbox_task', 'update inbox_task set title = '''', title_sealed = null, sealed_class = ''archived'' where subject_id = any ($1)'],
        ['work_subject', 'update work_subject set title = '''', title_sealed = null, sealed_class = ''archived'' where id = any ($1)'],
        ['kinship', 'delete from kinship where person_id = any ($3) or relative_id = any ($3)'],
        ['guardianship', 'delete from guardianship where ward_id = any ($3) or guardian_id = any ($3)'],
        ['person_name_part', 'delete from person_name_part where person_id = any ($3)'],
        ['person_version', 'delete from person_version where person_id = any ($3)'],
        ['person', 'delete from person where id = any ($3)'],
        ['household', 'delete from household where id = any ($4) and not exists (select from person where household_id = household.id)'],
        ['retention', 'update retention set erased_at = (select approved_at from erasure where id = $5) where subject_id = any ($1)']
    ] loop
        execute step[2] using matter, tasks, people, homes, wanted;
        get diagnostics n = row_count;
        gone := gone || jsonb_build_object(step[1], n);
    end loop;
    update erasure set state = 'done', rows = gone where id = wanted;
end
$$;

revoke execute on function class_subject(uuid, text), erase_subject(uuid) from public;
grant execute on function class_subject(uuid, text), erase_subject(uuid) to shouwang_app;
