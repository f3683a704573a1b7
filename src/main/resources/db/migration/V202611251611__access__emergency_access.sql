-- Emergency access (紧急查阅): one officer reads one case for three hours, and another person looks at it afterwards.
-- What runs is part of an officer's reach, so it is read before a transaction has its identity: no policy can stand
-- here. A row is an officer's id beside a case's id; the words of the reason are ciphertext.
create table emergency_access (
    id              uuid primary key,
    case_id         uuid        not null references case_file,
    officer_id      uuid        not null references officer,
    ground          text        not null,
    reason          bytea       not null,
    since           timestamptz not null,
    until           timestamptz not null,
    review_instance text unique,
    outcome         text,
    reviewed_by     uuid references officer,
    reviewed_at     timestamptz,
    division        text        not null,
    sealed_class    text        not null,
    check (until > since),
    check (reviewed_by <> officer_id)
);
create index emergency_by_officer on emergency_access (officer_id, until);
create index emergency_by_case on emergency_access (case_id, since);

-- Looks one case up by its whole number, for somebody who does not reach it; what it may answer is judged in Java.
alter policy reach on case_file to shouwang_app using (
    id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'emergency')
    or id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or parties && (select app_ids('parties'))
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))));

alter policy reach on work_subject to shouwang_app using (
    id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'emergency', 'operations')
    or id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or parties && (select app_ids('parties'))
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))));
