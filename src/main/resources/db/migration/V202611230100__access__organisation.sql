-- Divisions, agencies, officers, posts: who may act where. Depth of the tree and names of its tiers are data.
create table division (
    code       text primary key check (code ~ '^[0-9]{12}$'),
    name       text not null,
    level      text not null,
    parent     text references division,
    -- The codes of a subtree are one range: "below this county" is an index condition, not a walk.
    first_code text not null,
    last_code  text not null
);
create index division_by_parent on division (parent);

create table agency (
    id       uuid primary key,
    key      text not null unique,
    type     text not null,
    name     text not null,
    division text not null references division
);

create table officer (
    id       uuid primary key,
    username text    not null unique,
    name     text    not null,
    phone    bytea,
    active   boolean not null default true
);

create table post (
    id          uuid primary key,
    officer_id  uuid     not null references officer,
    role        text     not null,
    agency_id   uuid     not null references agency,
    division    text     not null references division,
    rank        smallint not null default 0,
    valid_from  date     not null,
    valid_until date,
    unique (officer_id, role, agency_id, division, valid_from)
);
create index post_by_place on post (role, division);

-- Who takes part in one case or report: a person, or a unit that was asked in.
create table participation (
    id         uuid primary key,
    subject_id uuid        not null,
    officer_id uuid references officer,
    agency_id  uuid references agency,
    part       text        not null,
    since      timestamptz not null,
    until      timestamptz,
    check (num_nonnulls(officer_id, agency_id) = 1)
);
create unique index participation_of_officer on participation (subject_id, officer_id, part)
    where until is null and officer_id is not null;
create unique index participation_of_agency on participation (subject_id, agency_id, part)
    where until is null and agency_id is not null;
create index participation_by_officer on participation (officer_id) where until is null;
create index participation_by_agency on participation (agency_id) where until is null;
