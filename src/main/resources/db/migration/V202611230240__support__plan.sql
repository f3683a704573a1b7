create table support_plan (
    id           uuid primary key,
    case_id      uuid        not null,
    record_id    uuid        not null,
    visitor      text        not null,
    review_date  date        not null,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index support_plan_of_case on support_plan (case_id, at desc);

-- What is needed, from whom, by when; the words stand in the record.
create table support_need (
    plan_id      uuid not null references support_plan,
    position     int  not null,
    need         text not null,
    helper       text,
    due          date,
    division     text not null,
    sealed_class text not null default 'open',
    primary key (plan_id, position)
);
revoke update, delete on support_plan, support_need from shouwang_app;
