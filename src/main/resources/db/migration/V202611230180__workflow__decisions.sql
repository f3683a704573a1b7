-- Decisions made by DMN tables, with the sentences that were true on that day. Holds codes only, no people's data.
create table decision_made (
    id         uuid primary key,
    subject_id uuid        not null,
    decision   text        not null,
    dmn_sha256 text        not null,
    at         timestamptz not null,
    inputs     jsonb       not null,
    outputs    jsonb       not null,
    reasons    jsonb       not null
);

create index decision_made_subject on decision_made (subject_id, at);

revoke update, delete on decision_made from shouwang_app;
