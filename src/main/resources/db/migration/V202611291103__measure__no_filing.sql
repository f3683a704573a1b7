-- What became of a decision of the police not to file (不予立案): reconsideration, review, the procuratorate. One row a run of
-- its process, dates and codes as the papers say.
create table no_filing (
    instance      text primary key,
    case_id       uuid        not null references case_file,
    served_on       date        not null,
    served_to       text        not null,
    reconsider_on   date,
    reconsidered_on date,
    review_on     date,
    reviewed_on   date,
    procurator_on date,
    asked_on      date,
    reasons_on    date,
    ordered_on    date,
    filed_on      date,
    ended         text check (ended in ('filed', 'upheld', 'stopped')),
    at            timestamptz not null,
    record        uuid        not null,
    division      text        not null,
    sealed_class  text        not null default 'open',
    check ((filed_on is not null) = (coalesce(ended, '') = 'filed'))
);
create index no_filing_of_case on no_filing (case_id, at desc);
revoke delete on no_filing from shouwang_app;

-- Whoever sees the case sees that there was one; what is archived or sealed nobody sees who does not see that.
alter table no_filing enable row level security;
create policy reach on no_filing to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
