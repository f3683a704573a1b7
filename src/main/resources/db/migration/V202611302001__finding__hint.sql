-- Hints from other registers (主动发现): what lists came from whom, which of their rows could not be taken in, and which
-- children somebody is to look after. Where a hint comes from is kept apart from the hint: whoever is sent to a child's
-- home learns that somebody should look, and nothing of a hospital, a prison or a treatment.
create table source_list (
    id           uuid primary key,
    kind         text        not null,
    via          text        not null check (via in ('file', 'api')),
    agency       uuid        not null references agency,
    sent_by      uuid        not null references officer,
    received_at  timestamptz not null,
    taken        integer     not null,
    rejected     integer     not null,
    -- Of its whole content, by key: the same list comes in once.
    digest       bytea       not null unique,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index source_list_of_county on source_list (division, received_at desc);
create index source_list_of_sender on source_list (sent_by, received_at desc);

-- What somebody typed is ciphertext; why it was not taken is codes.
create table rejected_row (
    list_id      uuid    not null references source_list,
    row_no       integer not null,
    cells        bytea   not null,
    reasons      text[]  not null,
    division     text    not null,
    sealed_class text    not null default 'open',
    primary key (list_id, row_no)
);

create sequence hint_number;
create table hint (
    id           uuid primary key,
    number       text        not null unique,
    state        text        not null default 'open' check (state in ('open', 'done')),
    outcome      text,
    misses       integer     not null default 0,
    -- Why it was sent back, in words.
    returned     bytea,
    received_at  timestamptz not null,
    ended_at     timestamptz,
    division     text        not null,
    sealed_class text        not null default 'open',
    check ((state = 'done') = (ended_at is not null))
);
create index hint_by_division on hint (division, received_at desc);

-- Kind, list, birth date and reason stand in the sealed text alone: the columns tell nothing of where it came from.
create table hint_source (
    hint_id      uuid primary key references hint,
    sealed       bytea       not null,
    -- The same child of the same kind, by key.
    same         bytea       not null,
    until        date        not null,
    received_at  timestamptz not null,
    person_id    uuid,
    matched_by   uuid references officer,
    matched_at   timestamptz,
    division     text        not null,
    sealed_class text        not null default 'open',
    check ((person_id is null) = (matched_at is null))
);
create index hint_source_same on hint_source (same);
create index hint_source_of_county on hint_source (division, received_at desc, hint_id desc);
revoke delete on source_list, rejected_row, hint, hint_source from shouwang_app;
revoke update on source_list, rejected_row from shouwang_app;

alter table hint enable row level security;
create policy reach on hint to shouwang_app using (
    exists (select from work_subject where work_subject.id = hint.id)) with check (true);
create policy narrow on hint as restrictive for select to shouwang_app using (
    coalesce((select app_identity('service')), '') not in ('matching', 'emergency', 'operations', 'board', 'tracking'));
create policy sealed on hint as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or id = any ((select app_ids('unsealed'))::uuid[]));

-- Its division is the county's: only whoever works for the whole county reaches it, however the hint itself is opened.
alter table hint_source enable row level security;
create policy county on hint_source to shouwang_app using (
    division <@ (select app_places('work_open')) and hint_id <> all ((select app_ids('barred'))::uuid[])
    or (select app_identity('service')) = 'matching') with check (true);
create policy sealed on hint_source as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or hint_id = any ((select app_ids('unsealed'))::uuid[]));

alter table source_list enable row level security;
create policy reach on source_list to shouwang_app using (
    division <@ (select app_places('work_open'))
    or sent_by = any ((select app_ids('self'))::uuid[])
    or (select app_identity('service')) = 'matching') with check (true);
alter table rejected_row enable row level security;
create policy reach on rejected_row to shouwang_app using (
    exists (select from source_list where source_list.id = list_id)
    and (select app_identity('service')) <> 'matching') with check (true);
