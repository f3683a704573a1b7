-- The second lock. `access` decides in Java and queries filter by it; where a filter is forgotten, these policies show
-- nothing beyond what the transaction's identity reaches. TransactionIdentity sets that identity at the beginning of
-- every transaction, with settings that end with it; a statement outside a transaction has none and is refused aloud.
--
-- Reach is a comparison of columns with settings, each read once a query: place, who takes part, what has been opened.
-- Rows that hang on a case or report ask for the one row of work_subject it has, whose own policy asks nobody further:
-- a policy on top of a policy on top of a policy takes longer to plan than the query takes to run.

create type division_range as range (subtype = text, collation = "C", multirange_type_name = division_multirange);

create function app_identity(name text) returns text language plpgsql stable parallel safe as $$
declare
    value text := current_setting('app.' || name, true);
begin
    if value is null or value = '' then
        raise exception using
            errcode = 'insufficient_privilege',
            message = 'A table under row-level security was read without an identity (app.' || name || ').',
            hint = 'Read and write inside a transaction.';
    end if;
    return value;
end
$$;

create function app_ids(name text) returns uuid[] language sql stable parallel safe
    return app_identity(name)::uuid[];
create function app_places(name text) returns division_multirange language sql stable parallel safe
    return app_identity(name)::division_multirange;

-- Who takes part stands on the row itself, so that a policy compares a column with a setting.
alter table case_file add parties uuid[] not null default '{}';
alter table report add parties uuid[] not null default '{}';
alter table work_subject add parties uuid[] not null default '{}';
alter table case_person add parties uuid[] not null default '{}';

-- The inbox shows a task's subject to those who may take it before they may see the subject.
alter table inbox_task add subject_kind text, add number text, add title text;
update inbox_task task set subject_kind = subject.kind, number = subject.number, title = subject.title
from work_subject subject where subject.id = task.subject_id;
alter table inbox_task alter subject_kind set not null, alter number set not null, alter title set not null;

-- What was reported is part of its case, for those who take part in that; what is restricted stays with its own people.
create function parties_of(subject uuid) returns uuid[] language sql stable as $$
    select coalesce(array_agg(distinct coalesce(officer_id, agency_id)), '{}')
    from participation
    where until is null and (subject_id = subject or subject_id = (
        select case_id from report left join case_file on case_file.id = report.case_id
        where report.id = subject and report.sealed_class in ('open', case_file.sealed_class)))
$$;

-- Written by the tables' owner: the application names a participant on a case before it can see the row.
create function take_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.parties := parties_of(new.id);
    return new;
end
$$;
create trigger take_parties before insert on case_file for each row execute function take_parties();
create trigger take_parties before insert on report for each row execute function take_parties();
create trigger take_parties before insert on work_subject for each row execute function take_parties();

create function take_parties_of_case() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.parties := parties_of(new.case_id);
    return new;
end
$$;
create trigger take_parties before insert on case_person for each row execute function take_parties_of_case();

create function set_parties(subject uuid) returns void language plpgsql as $$
declare
    now_in uuid[] := parties_of(subject);
begin
    update work_subject set parties = now_in where id = subject and parties <> now_in;
    update case_file set parties = now_in where id = subject and parties <> now_in;
    update case_person set parties = now_in where case_id = subject and parties <> now_in;
    update report set parties = now_in where id = subject and parties <> now_in;
end
$$;

create function tell_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    subject uuid := coalesce(new.subject_id, old.subject_id);
begin
    perform set_parties(subject);
    perform set_parties(id) from report where case_id = subject;
    return null;
end
$$;
create trigger tell_parties after insert or update or delete on participation
    for each row execute function tell_parties();

create function join_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform set_parties(new.id);
    return null;
end
$$;
create trigger join_parties after update of case_id on report for each row execute function join_parties();

update work_subject set parties = parties_of(id);
update case_file set parties = parties_of(id);
update case_person set parties = parties_of(case_id);
update report set parties = parties_of(id);

create function keep_parties() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'insufficient_privilege',
        message = 'Who takes part is written by the triggers on participation alone.';
end
$$;
create trigger keep_parties before update of parties on case_file
    for each row when (current_user = 'shouwang_app') execute function keep_parties();
create trigger keep_parties before update of parties on report
    for each row when (current_user = 'shouwang_app') execute function keep_parties();
create trigger keep_parties before update of parties on case_person
    for each row when (current_user = 'shouwang_app') execute function keep_parties();
create trigger keep_parties before update of parties on work_subject
    for each row when (current_user = 'shouwang_app') execute function keep_parties();

-- Cases and reports: by place, by part, by what the judge or the process has opened in this transaction.
alter table work_subject enable row level security;
create policy reach on work_subject to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('work_open'))
    or division <@ (select app_places('work_restricted'))
    or parties && (select app_ids('parties'))
    or id = any ((select app_ids('opened'))::uuid[])
    or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))
    or (select app_identity('service')) = 'matching') with check (true);

alter table case_file enable row level security;
create policy reach on case_file to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('work_open'))
    or division <@ (select app_places('work_restricted'))
    or parties && (select app_ids('parties'))
    or id = any ((select app_ids('opened'))::uuid[])
    or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))
    or (select app_identity('service')) = 'matching') with check (true);

alter table report enable row level security;
create policy reach on report to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('work_open'))
    or division <@ (select app_places('work_restricted'))
    or parties && (select app_ids('parties'))
    or id = any ((select app_ids('opened'))::uuid[])
    or case_id = any ((select app_ids('opened'))::uuid[])
    or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))
    or (select app_identity('service')) = 'tracking') with check (true);

-- A task also for whoever may take it, or has been rung for it.
alter table inbox_task enable row level security;
create policy reach on inbox_task to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('work_open'))
    or division <@ (select app_places('work_restricted'))
    or subject_id = any ((select app_ids('opened'))::uuid[])
    or assignee = any ((select app_ids('parties'))::uuid[])
    or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))
    or (select app_identity('service')) = 'duty'
    or sealed_class = 'open' and exists (
        select from inbox_candidate candidate
        where candidate.task_id = inbox_task.id
          and candidate.role || '/' || candidate.division = any ((select app_identity('posts'))::text[]))
    or exists (select from work_subject where work_subject.id = subject_id)) with check (true);

alter table clock enable row level security;
create policy reach on clock to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('work_open'))
    or division <@ (select app_places('work_restricted'))
    or subject_id = any ((select app_ids('opened'))::uuid[])
    or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))
    or (select app_identity('service')) = 'sweeper'
    or sealed_class = 'open' and exists (
        select from inbox_candidate candidate
        where candidate.task_id = clock.task_id
          and candidate.role || '/' || candidate.division = any ((select app_identity('posts'))::text[]))
    or exists (select from work_subject where work_subject.id = subject_id)) with check (true);

-- Who reported: the reporter alone, by pseudonym.
alter table reporter enable row level security;
create policy own on reporter to shouwang_app using (
    pseudonym = any ((select app_ids('self'))::uuid[])) with check (true);

-- What hangs on a case or a report.
alter table case_person enable row level security;
create policy reach on case_person to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('work_open'))
    or division <@ (select app_places('work_restricted'))
    or parties && (select app_ids('parties'))
    or case_id = any ((select app_ids('opened'))::uuid[])) with check (true);
alter table case_grade enable row level security;
create policy reach on case_grade to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table case_record_person enable row level security;
create policy reach on case_record_person to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table case_police enable row level security;
create policy reach on case_police to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table case_conference enable row level security;
create policy reach on case_conference to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table case_turn enable row level security;
create policy reach on case_turn to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table assessment enable row level security;
create policy reach on assessment to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table placement enable row level security;
create policy reach on placement to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table support_plan enable row level security;
create policy reach on support_plan to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table visit enable row level security;
create policy reach on visit to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table support_need enable row level security;
create policy reach on support_need to shouwang_app using (
    exists (select from support_plan where support_plan.id = plan_id)) with check (true);
alter table form_record enable row level security;
create policy reach on form_record to shouwang_app using (
    subject_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = subject_id)) with check (true);
alter table decision_made enable row level security;
create policy reach on decision_made to shouwang_app using (
    subject_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = subject_id)) with check (true);
alter table attachment enable row level security;
create policy reach on attachment to shouwang_app using (
    state = 'draft' and officer_id = any ((select app_ids('self'))::uuid[])
    or subject_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = subject_id)) with check (true);
alter table journal_entry enable row level security;
create policy reach on journal_entry to shouwang_app using (
    (select app_identity('service')) = 'journal'
    or subject_id is null
    or subject_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = subject_id)) with check (true);

-- What is one officer's own.
alter table form_draft enable row level security;
create policy own on form_draft to shouwang_app using (
    officer_id = any ((select app_ids('self'))::uuid[])) with check (true);
alter table notice enable row level security;
create policy own on notice to shouwang_app using (
    officer_id = any ((select app_ids('self'))::uuid[])) with check (true);

-- People: by the place of their register, or because they are on a case or in a report within reach.
alter table person enable row level security;
create policy reach on person to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('people'))
    or id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'register')
    or exists (select from case_person where case_person.person_id = person.id)
    or exists (select from report where report.child = person.id)) with check (true);
-- Coarse on purpose: the search by name walks this table, and only within a place.
alter table person_name_part enable row level security;
create policy reach on person_name_part to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('people'))
    or person_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'register')) with check (true);
alter table household enable row level security;
create policy reach on household to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('people'))
    or id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'register')
    or exists (select from person where person.household_id = household.id)) with check (true);
alter table person_version enable row level security;
create policy reach on person_version to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('people'))
    or person_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'register')
    or exists (select from case_person where case_person.person_id = person_version.person_id)
    or exists (select from report where report.child = person_version.person_id)) with check (true);
-- A tie to somebody within reach is within reach; who is at its other end has a policy of its own.
alter table kinship enable row level security;
create policy reach on kinship to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('people'))
    or person_id = any ((select app_ids('opened'))::uuid[])
    or relative_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'register')
    or exists (select from case_person where case_person.person_id in (kinship.person_id, kinship.relative_id))
    or exists (select from report where report.child in (kinship.person_id, kinship.relative_id))) with check (true);
alter table guardianship enable row level security;
create policy reach on guardianship to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('people'))
    or ward_id = any ((select app_ids('opened'))::uuid[])
    or guardian_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'register')
    or exists (select from case_person where case_person.person_id in (guardianship.ward_id, guardianship.guardian_id))
    or exists (select from report where report.child in (guardianship.ward_id, guardianship.guardian_id))) with check (true);
