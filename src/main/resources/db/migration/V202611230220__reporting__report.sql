create sequence report_number;
grant usage on sequence report_number to shouwang_app;

-- A report is a lead (线索) until it is accepted. Nothing here says who reported: see reporter.
create table report (
    id           uuid primary key,
    number       text        not null unique,
    division     text        not null,
    sealed_class text        not null default 'open' check (sealed_class in ('open', 'restricted')),
    state        text        not null check (state in
                     ('received', 'accepted', 'joined', 'referred', 'answered', 'untrue', 'out-of-scope')),
    route        text        not null check (route in ('emergency', 'county', 'township')),
    danger       text        not null,
    insider      text        not null,
    situations   text[]      not null,
    worries      text[]      not null,
    child        uuid        not null,
    grade        text        not null,
    decision     uuid        not null,
    record_id    uuid,
    case_id      uuid,
    referred_to  text,
    -- HMAC of the tracking code: whoever has the code may ask how it goes, whoever has the table cannot.
    tracking     bytea       not null unique,
    received_at  timestamptz not null,
    done_at      timestamptz
);
create index report_by_place on report (division, received_at desc, id);
create index report_of_child on report (child);
create index report_of_case on report (case_id) where case_id is not null;

-- The reporter, split off in the transaction of the submission and sealed (未成年人保护法 11, 反家庭暴力法 14).
-- The pseudonym lets a person find his or her own reports and nobody else's.
create table reporter (
    report_id    uuid primary key references report,
    pseudonym    uuid        not null,
    sealed       bytea       not null,
    division     text        not null,
    sealed_class text        not null default 'restricted',
    at           timestamptz not null
);
create index reporter_own on reporter (pseudonym, at desc);
revoke update, delete on reporter from shouwang_app;
