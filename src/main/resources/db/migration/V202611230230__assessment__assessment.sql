create table assessment (
    id           uuid primary key,
    case_id      uuid        not null,
    record_id    uuid        not null,
    proposed     text        not null,
    decided      text        not null,
    judgement    text        not null check (judgement in ('agree', 'raise', 'lower')),
    reasons      text[]      not null,
    decision     uuid        not null,
    -- A lower grade than proposed counts only after a supervisor has approved it.
    state        text        not null check (state in ('pending', 'in-force', 'refused')),
    officer_id   uuid        not null,
    next_date    date,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index assessment_of_case on assessment (case_id, at desc);
