-- Where a child on a case is, and was: a new place ends the one before. The address is not here, it stays sealed in
-- the record.
create table placement (
    id           uuid primary key,
    case_id      uuid        not null references case_file,
    person_id    uuid        not null,
    place        text        not null,
    since        timestamptz not null,
    until        timestamptz,
    record_id    uuid        not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    check (until >= since)
);
create index placement_of_case on placement (case_id, since);
create unique index placement_current on placement (case_id, person_id) where until is null;
create index placement_away on placement (division, since, id) where until is null and place <> 'home';
