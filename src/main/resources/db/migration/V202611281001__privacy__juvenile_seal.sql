-- Sealed juvenile records (犯罪记录封存, 刑事诉讼法 第二百八十六条; 预防未成年人犯罪法 第五十九条 for the other records): a
-- closed case becomes the class 'sealed', which no row of any matrix reaches and which nobody sees: neither those who take
-- part, nor who has opened an archive or an emergency. Only the setting 'unsealed' shows it, and that names what this
-- officer has opened as a sealed record, on a ground, within the hour.
create table juvenile_seal (
    case_id        uuid primary key references case_file,
    number         text        not null unique,
    ground         text        not null,
    organ          text        not null,
    ordered_on     date        not null,
    order_no       bytea,
    sealed_by      uuid        not null references officer,
    sealed_at      timestamptz not null,
    -- What the rows of the matter were before, so that a wrong sealing can be undone one day.
    class_before   text        not null check (class_before in ('open', 'restricted')),
    classes_before jsonb       not null default '[]',
    division       text        not null,
    sealed_class   text        not null default 'sealed'
);
revoke update, delete on juvenile_seal from shouwang_app;
alter table juvenile_seal enable row level security;
create policy reach on juvenile_seal to shouwang_app using (
    case_id = any ((select app_ids('unsealed'))::uuid[])
    or (select app_identity('service')) = 'juvenile') with check (true);

alter table case_file drop constraint case_file_sealed_class_check;
alter table case_file add check (sealed_class in ('open', 'restricted', 'archived', 'sealed'));
alter table report drop constraint report_sealed_class_check;
alter table report add check (sealed_class in ('open', 'restricted', 'archived', 'sealed'));
alter table attachment drop constraint attachment_sealed_class_check;
alter table attachment add check (sealed_class in ('open', 'restricted', 'archived', 'sealed'));
alter table work_subject add constraint work_subject_sealed_title
    check (sealed_class <> 'sealed' or coalesce(title, '') = '');
alter table inbox_task add constraint inbox_task_sealed_title
    check (sealed_class <> 'sealed' or coalesce(title, '') = '');

create policy sealed on work_subject as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or id = any ((select app_ids('unsealed'))::uuid[]));
create policy sealed on case_file as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or id = any ((select app_ids('unsealed'))::uuid[]));
-- Whoever has the code is told the state, as of every report.
create policy sealed on report as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or case_id = any ((select app_ids('unsealed'))::uuid[])
    or (select app_identity('service')) = 'tracking');
create policy sealed on case_person as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or case_id = any ((select app_ids('unsealed'))::uuid[]));
create policy sealed on inbox_task as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or subject_id = any ((select app_ids('unsealed'))::uuid[]));
create policy sealed on clock as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or subject_id = any ((select app_ids('unsealed'))::uuid[]));
create policy sealed on attachment as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or subject_id = any ((select app_ids('unsealed'))::uuid[]));
create policy sealed on retention as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or subject_id = any ((select app_ids('unsealed'))::uuid[]));

-- An opening runs like one of the archive: one officer, one record, one hour.
alter table emergency_access drop constraint emergency_access_kind_check;
alter table emergency_access add check (kind in ('emergency', 'archive', 'juvenile')), add organ text;
create index journal_juvenile_opened on journal_entry (id desc) where act = 'juvenile.opened';

-- Of the people on a matter those whom its reports alone brought in; who stands in a register, or on another matter, is
-- known without it.
create function known_from(subject uuid) returns uuid[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    matter uuid[] := with_reports(subject);
begin
    if not exists (select from juvenile_seal where case_id = subject and sealed_by::text = app_identity('officer')) then
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

-- Takes such a person out of every register; the names come as ciphertext, one a version of the file.
create function seal_person(subject uuid, who uuid, versions integer[], names text[]) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if who <> all (known_from(subject)) then
        raise exception using errcode = 'insufficient_privilege', message = 'This person is known without that matter.';
    end if;
    update person_version set name = null, name_sealed = decode(given.name, 'base64'), sealed_class = 'restricted'
    from unnest(versions, names) given (version, name)
    where person_id = who and person_version.version = given.version;
    delete from person_name_part where person_id = who;
    update person set name = null, sealed_class = 'restricted', name_sealed = (
        select name_sealed from person_version where person_id = who and person_version.version = person.version)
    where id = who;
    update kinship set sealed_class = 'restricted' where who in (person_id, relative_id);
    update guardianship set sealed_class = 'restricted' where who in (ward_id, guardian_id);
    update household set sealed_class = 'restricted'
    where id = (select household_id from person where id = who)
      and not exists (select from person where household_id = household.id and sealed_class = 'open');
end
$$;

-- The matter's rows: sealed, the titles with ciphertext for them. Whatever was opened of it until now ends, and what told
-- anybody of it goes. Its term runs on: what is sealed counts as archived.
create function seal_subject(subject uuid, titled uuid[], titles text[]) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    matter uuid[] := with_reports(subject);
    seal   juvenile_seal%rowtype;
begin
    select * into seal from juvenile_seal where case_id = subject;
    if seal.sealed_by::text is distinct from app_identity('officer')
       or not exists (select from case_file where id = subject and state = 'closed' and sealed_class = seal.class_before)
       or exists (select from inbox_task where subject_id = any (matter) and state = 'open') then
        raise exception using errcode = 'insufficient_privilege', message = 'Only a closed case is sealed, and once.';
    end if;
    update juvenile_seal set classes_before = (
        select jsonb_agg(jsonb_build_array(place, id, class)) from (
            select 'work_subject' place, id::text, sealed_class class from work_subject where id = any (matter)
            union all select 'report', id::text, sealed_class from report where id = any (matter)
            union all select 'inbox_task', id, sealed_class from inbox_task where subject_id = any (matter)
            union all select 'clock', id::text, sealed_class from clock where subject_id = any (matter)
            union all select 'attachment', id::text, sealed_class from attachment where subject_id = any (matter)
            union all select 'retention', subject_id::text, sealed_class from retention where subject_id = any (matter)
        ) before)
    where case_id = subject;
    update work_subject set title = null, title_sealed = decode(given.title, 'base64'), sealed_class = 'sealed'
    from unnest(titled, titles) given (id, title) where work_subject.id = given.id and given.id = any (matter);
    update inbox_task set title = null, title_sealed = decode(given.title, 'base64'), sealed_class = 'sealed'
    from unnest(titled, titles) given (id, title) where subject_id = given.id and given.id = any (matter);
    update work_subject set sealed_class = 'sealed' where id = any (matter);
    update inbox_task set sealed_class = 'sealed' where subject_id = any (matter);
    update case_file set sealed_class = 'sealed' where id = subject;
    update report set sealed_class = 'sealed' where id = any (matter);
    update case_person set sealed_class = 'sealed' where case_id = subject;
    update clock set sealed_class = 'sealed' where subject_id = any (matter);
    update attachment set sealed_class = 'sealed' where subject_id = any (matter);
    update retention set sealed_class = 'sealed', archived_at = coalesce(archived_at, seal.sealed_at),
        archived_by = coalesce(archived_by, seal.sealed_by)
    where subject_id = any (matter);
    update consent set reminded_at = coalesce(reminded_at, seal.sealed_at) where case_id = subject;
    update emergency_access set until = greatest(seal.sealed_at, since + interval '1 microsecond')
    where case_id = subject and until > seal.sealed_at;
    delete from notice where subject_id = any (matter) or link like '/cases/' || subject || '%';
end
$$;

revoke execute on function known_from(uuid), seal_person(uuid, uuid, integer[], text[]),
    seal_subject(uuid, uuid[], text[]) from public;
grant execute on function known_from(uuid), seal_person(uuid, uuid, integer[], text[]),
    seal_subject(uuid, uuid[], text[]) to shouwang_app;

-- As before; what is sealed stays so when it is erased.
create or replace function erase_subject(wanted uuid) returns void
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
        ['juvenile_seal', 'update juvenile_seal set order_no = null where case_id = any ($1)'],
        ['emergency_access', 'update emergency_access set reason = '''' where case_id = any ($1)'],
        ['case_police', 'update case_police set receipt_no = null where case_id = any ($1)'],
        ['case_grade', 'update case_grade set reasons = ''{}'' where case_id = any ($1)'],
        ['assessment', 'update assessment set reasons = ''{}'' where case_id = any ($1)'],
        ['decision_made', 'update decision_made set reasons = ''[]'' where subject_id = any ($1)'],
        ['case_file', 'update case_file set main_person = null, grade_reasons = ''{}'', sealed_class = case sealed_class when ''sealed'' then ''sealed'' else ''archived'' end where id = any ($1)'],
        ['report', 'update report set sealed_class = case sealed_class when ''sealed'' then ''sealed'' else ''archived'' end where id = any ($1)'],
        ['inbox_task', 'update inbox_task set title = '''', title_sealed = null, sealed_class = case sealed_class when ''sealed'' then ''sealed'' else ''archived'' end where subject_id = any ($1)'],
        ['work_subject', 'update work_subject set title = '''', title_sealed = null, sealed_class = case sealed_class when ''sealed'' then ''sealed'' else ''archived'' end where id = any ($1)'],
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
