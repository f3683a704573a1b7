-- One person, one file. What identifies beyond doubt (ID number, phone, exact address) is ciphertext made by secrecy;
-- an ID number is found through its blind index only.

create table household (
    id           uuid primary key,
    division     text        not null,
    address      bytea,
    sealed_class text        not null default 'open',
    created_by   uuid,
    created_at   timestamptz not null
);
create index household_by_division on household (division);

create table person (
    id              uuid primary key,
    household_id    uuid references household,
    name            text        not null,
    sex             text        not null check (sex in ('0', '1', '2', '9')), -- GB/T 2261.1
    birth_date      date,
    birth_estimated boolean     not null default false,
    unidentified    boolean     not null default false,
    id_number       bytea,
    id_index        bytea,
    id_reason       text,
    phone           bytea,
    division        text        not null,
    sealed_class    text        not null default 'open',
    version         integer     not null default 1,
    created_by      uuid,
    created_at      timestamptz not null,
    check ((id_number is null) = (id_index is null)),
    check (id_number is not null or id_reason is not null)
);
-- Among open files only: whether a sealed file has this number must not show in a refusal.
create unique index person_by_id_number on person (id_index) where sealed_class = 'open';
create index person_by_division on person (division, name);
create index person_by_household on person (household_id);

-- Every state a file was ever in, the present one included: nothing told is overwritten, and each fact keeps its source.
create table person_version (
    person_id       uuid        not null references person,
    version         integer     not null,
    household_id    uuid,
    name            text        not null,
    sex             text        not null,
    birth_date      date,
    birth_estimated boolean     not null,
    unidentified    boolean     not null,
    id_number       bytea,
    id_index        bytea,
    id_reason       text,
    phone           bytea,
    division        text        not null,
    sealed_class    text        not null default 'open',
    source          text        not null,
    recorded_by     uuid,
    recorded_at     timestamptz not null,
    primary key (person_id, version)
);
revoke update, delete on person_version from shouwang_app;
-- Sealing a file seals its past as well.
grant update (sealed_class) on person_version to shouwang_app;

-- The endings of every name: "contains" becomes a range on a plain B-tree. Chinese names have two to four characters,
-- too few for trigrams, and comparison operators, unlike LIKE, stay usable by indexes under row-level security.
create table person_name_part (
    person_id    uuid             not null references person on delete cascade,
    part         text collate "C" not null,
    division     text             not null,
    sealed_class text             not null default 'open',
    primary key (person_id, part)
);
create index person_name_part_anywhere on person_name_part (part, division, person_id);
create index person_name_part_in_place on person_name_part (division, part, person_id);
