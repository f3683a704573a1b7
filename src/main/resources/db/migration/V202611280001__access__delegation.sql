-- Who stands in for whom during leave (代办), always with an end. It is part of a deputy's reach and is read before a
-- transaction has its identity, so no policy can stand on it; it names officers and nobody else.
create table delegation (
    id          uuid primary key,
    officer_id  uuid        not null references officer,
    deputy_id   uuid        not null references officer,
    ground      text        not null,
    valid_from  date        not null,
    valid_until date        not null,
    declared_by uuid        not null references officer,
    declared_at timestamptz not null,
    ended_by    uuid references officer,
    ended_at    timestamptz,
    check (deputy_id <> officer_id),
    check (valid_until >= valid_from),
    -- Whoever arranges it for somebody absent gains nothing by it.
    check (deputy_id <> declared_by)
);
create index delegation_by_officer on delegation (officer_id, valid_until) where ended_at is null;
create index delegation_by_deputy on delegation (deputy_id, valid_until) where ended_at is null;
revoke delete on delegation from shouwang_app;

-- A task in the hands of somebody on leave is in the deputy's hands as well.
alter policy reach on inbox_task to shouwang_app using (
    subject_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) = 'duty'
    or subject_id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or assignee = any ((select app_ids('hands'))::uuid[])
        or done_by = any ((select app_ids('self'))::uuid[])
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))
        or sealed_class = 'open' and exists (
            select from inbox_candidate candidate
            where candidate.task_id = inbox_task.id
              and candidate.role || '/' || candidate.division = any ((select app_identity('posts'))::text[]))
        or exists (select from work_subject where work_subject.id = subject_id)));
