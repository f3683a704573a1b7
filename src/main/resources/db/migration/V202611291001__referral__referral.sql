-- A referral of a case to an agency of the county or to another county, or its transfer (转介、移交, F25): one row each time
-- it is sent. What goes along is frozen here when it is sent and sealed; whoever receives it sees that and nothing else of
-- the case. Taken back, it is gone.
create table referral (
    id            uuid primary key,
    case_id       uuid        not null references case_file,
    instance      text        not null,
    record        uuid,
    kind          text        not null check (kind in ('agency', 'outside', 'transfer')),
    agency        uuid        references agency,
    receiver      uuid        references officer,
    -- The post there is vacant, the unit above has it.
    instead       boolean     not null default false,
    county        text        references division,
    unit          text,
    tie           text,
    way           text,
    purpose       text        not null,
    ground        text        not null check (ground in ('duty', 'consent')),
    consent       uuid        references consent,
    fields        text[]      not null,
    until         date,
    sent          bytea,
    sender        uuid        not null references officer,
    sent_at       timestamptz not null,
    answer_by     date,
    state         text        not null default 'sent'
        check (state in ('sent', 'asked', 'accepted', 'refused', 'done', 'recalled')),
    answered_at   timestamptz,
    heard         text,
    refusal       text,
    answer_record uuid,
    results       integer     not null default 0,
    result_at     timestamptz,
    result_record uuid,
    ended_at      timestamptz,
    division      text        not null,
    sealed_class  text        not null default 'open',
    check ((kind = 'agency') = (agency is not null)),
    check ((kind <> 'agency') = (county is not null)),
    check (state not in ('done', 'recalled') or ended_at is not null),
    check (state <> 'recalled' or sent is null)
);
create index referral_of_case on referral (case_id, sent_at desc);
create index referral_of_run on referral (instance, sent_at desc);
create index referral_of_receiver on referral (receiver, sent_at desc, id desc) where receiver is not null;
create index referral_of_consent on referral (consent);
revoke delete on referral from shouwang_app;

-- Whoever sees the case sees that there is one; and whoever received it, without the case. A service that only looks a case
-- up sees none.
alter table referral enable row level security;
create policy sides on referral to shouwang_app using (
    receiver = any ((select app_ids('hands'))::uuid[]) and case_id <> all ((select app_ids('barred'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
create policy narrow on referral as restrictive for select to shouwang_app using (
    coalesce((select app_identity('service')), '') not in ('matching', 'emergency', 'operations', 'board', 'tracking'));
create policy archived on referral as restrictive for select to shouwang_app using (
    sealed_class <> 'archived' or case_id = any ((select app_ids('opened'))::uuid[]));
create policy sealed on referral as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or case_id = any ((select app_ids('unsealed'))::uuid[]));

-- Its class follows the case.
create function take_referrals_along() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update referral set sealed_class = new.sealed_class, division = new.division where case_id = new.id;
    return null;
end
$$;
create trigger take_referrals_along after update of sealed_class, division on case_file
    for each row when (old.sealed_class <> new.sealed_class or old.division <> new.division)
    execute function take_referrals_along();

-- A unit of another county is in no list of ours: the register of consents and grounds names it.
alter table consent add outside text, add check (outside is null or ground = 'duty');
