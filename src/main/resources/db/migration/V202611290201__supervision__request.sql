-- A supervisor's question about how one case is handled (督办). Question, answer and what was changed are records of the
-- case; here stands who asked whom, when, and how it ended. Nothing anybody wrote.
create table supervision_request (
    id            uuid primary key,
    case_id       uuid        not null,
    record        uuid,
    asker         uuid        not null references officer,
    ground        text        not null,
    level         text        not null check (level in ('township', 'county')),
    addressee     uuid        references officer,
    instance      text unique,
    state         text        not null default 'asked' check (state in ('asked', 'answered', 'accepted', 'withdrawn')),
    rounds        integer     not null default 1,
    asked_at      timestamptz not null,
    answer_record uuid,
    answered_by   uuid        references officer,
    answered_at   timestamptz,
    changed       boolean,
    check_record  uuid,
    ended_at      timestamptz,
    division      text        not null,
    sealed_class  text        not null default 'open',
    check ((state in ('accepted', 'withdrawn')) = (ended_at is not null)),
    check ((answered_at is null) = (answered_by is null))
);
create index supervision_request_of_case on supervision_request (case_id, asked_at desc);
create index supervision_request_of_asker on supervision_request (asker, asked_at desc, id desc);

-- A procuratorial or judicial suggestion (检察建议, 司法建议) that has to do with a case, and the unit's written reply.
create table suggestion (
    id           uuid primary key,
    case_id      uuid        not null,
    record       uuid,
    kind         text        not null,
    organ        text        not null,
    document_no  text,
    way          text        not null,
    unit         text        not null,
    received_on  date        not null,
    recorded_by  uuid        not null references officer,
    recorded_at  timestamptz not null,
    instance     text unique,
    replied_on   date,
    reply_no     text,
    reply_record uuid,
    replied_with uuid        references officer,
    division     text        not null,
    sealed_class text        not null default 'open',
    check (replied_on >= received_on),
    check ((replied_on is null) = (replied_with is null))
);
create index suggestion_of_case on suggestion (case_id, recorded_at desc);

revoke delete on supervision_request, suggestion from shouwang_app;

-- Whoever sees the case sees that there was one; what is archived or sealed nobody sees who does not see that.
alter table supervision_request enable row level security;
create policy reach on supervision_request to shouwang_app using (
    exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table suggestion enable row level security;
create policy reach on suggestion to shouwang_app using (
    exists (select from work_subject where work_subject.id = case_id)) with check (true);
