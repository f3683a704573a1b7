-- A case that another county transferred to us (外县移交): where from, under which number, and when they were told that it
-- was accepted. Whom was told is in the record.
create table incoming_transfer (
    instance     text primary key,
    case_id      uuid        not null references case_file,
    record       uuid,
    county       text        not null references division,
    unit         text,
    reference_no text,
    received_on  date        not null,
    accepted_on  date        not null,
    way          text        not null,
    recorded_by  uuid        not null references officer,
    recorded_at  timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    check (accepted_on >= received_on)
);
create index incoming_transfer_of_case on incoming_transfer (case_id, recorded_at desc);
revoke update, delete on incoming_transfer from shouwang_app;

-- Whoever sees the case sees where it came from; what is archived or sealed nobody sees who does not see that. A service
-- that only looks a case up sees nothing.
alter table incoming_transfer enable row level security;
create policy sides on incoming_transfer to shouwang_app using (
    exists (select from work_subject where work_subject.id = case_id)) with check (true);
create policy narrow on incoming_transfer as restrictive for select to shouwang_app using (
    coalesce((select app_identity('service')), '') not in ('matching', 'emergency', 'operations', 'board', 'tracking'));
