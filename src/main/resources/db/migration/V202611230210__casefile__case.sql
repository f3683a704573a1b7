-- Numbers without gaps, one row a county and year: a missing number would look like a removed case.
create table case_counter (
    county text not null,
    year   int  not null,
    last   int  not null,
    primary key (county, year)
);

create table case_file (
    id            uuid primary key,
    number        text        not null unique,
    division      text        not null,
    sealed_class  text        not null default 'open' check (sealed_class in ('open', 'restricted')),
    main_person   uuid,
    grade         text        not null check (grade in ('1', '2', '3', '4')),
    grade_reasons text[]      not null,
    stage         text,
    lead          text        not null check (lead in ('township', 'county')),
    responsible   uuid,
    state         text        not null default 'open' check (state in ('open', 'closed')),
    opened_at     timestamptz not null,
    closed_at     timestamptz,
    close_reason  text,
    source_report uuid        not null,
    -- One of the nine situations was reported: it stays red whatever else is found (强制报告意见 4).
    must_report   boolean     not null
);
create index case_file_by_place on case_file (division, state, grade, opened_at desc, id);
create index case_file_newest on case_file (opened_at desc, id);
create index case_file_of_person on case_file (main_person);
create index case_file_of_report on case_file (source_report);

-- Every person on a case: the child, siblings, guardians, who is suspected.
create table case_person (
    case_id      uuid        not null references case_file,
    person_id    uuid        not null,
    part         text        not null check (part in ('child', 'sibling', 'guardian', 'suspect')),
    relation     text,
    since        timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    primary key (case_id, person_id, part)
);
create index case_person_by_person on case_person (person_id);

-- A grade is never overwritten: this is the trend, with the reasons as they read then.
create table case_grade (
    id         uuid primary key,
    case_id    uuid        not null references case_file,
    grade      text        not null,
    reasons    text[]      not null,
    decision   uuid,
    -- true when a person decided otherwise than the decision table proposed (人工调整等级)
    overridden boolean     not null,
    officer_id uuid,
    at         timestamptz not null
);
create index case_grade_of_case on case_grade (case_id, at);

-- A record that concerns further children of the household stands in each one's file.
create table case_record_person (
    record_id    uuid        not null,
    person_id    uuid        not null,
    case_id      uuid        not null references case_file,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    primary key (record_id, person_id)
);
create index case_record_by_person on case_record_person (person_id, at);

-- What the police were told and what they said; theirs to decide, ours to record.
create table case_police (
    id          uuid primary key,
    case_id     uuid        not null references case_file,
    record_id   uuid        not null,
    kind        text        not null check (kind in ('told', 'result', 'confirmed')),
    receipt_no  text,
    result_code text,
    by_phone    boolean     not null default false,
    happened_at timestamptz,
    at          timestamptz not null
);
create index case_police_of_case on case_police (case_id, at);

create table case_conference (
    id         uuid primary key,
    case_id    uuid        not null references case_file,
    record_id  uuid        not null,
    conclusion text        not null,
    held_at    timestamptz not null
);
create index case_conference_of_case on case_conference (case_id, held_at);

grant usage on all sequences in schema public to shouwang_app;
revoke update, delete on case_grade, case_record_person, case_police, case_conference from shouwang_app;
