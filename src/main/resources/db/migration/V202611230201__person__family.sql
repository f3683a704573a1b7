-- Kinship has a direction (GB/T 4761): the relative is the <relation> of the person.
create table kinship (
    id           uuid primary key,
    person_id    uuid        not null references person,
    relative_id  uuid        not null references person,
    relation     text        not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    source       text        not null,
    recorded_by  uuid,
    recorded_at  timestamptz not null,
    replaced_at  timestamptz,          -- a newer word holds since then
    check (person_id <> relative_id)
);
create unique index kinship_known on kinship (person_id, relative_id) where replaced_at is null;
create index kinship_by_relative on kinship (relative_id);

-- Whoever is answerable for a child, in law or in fact, since when and until when (未成年人保护法 第七条).
create table guardianship (
    id           uuid primary key,
    ward_id      uuid        not null references person,
    guardian_id  uuid        not null references person,
    capacity     text        not null, -- legal: by law; entrusted: 委托照护; actual: cares in fact
    whereabouts  text        not null, -- home, away, detained, missing, dead, unknown
    valid_from   date        not null,
    valid_until  date,
    division     text        not null,
    sealed_class text        not null default 'open',
    source       text        not null,
    recorded_by  uuid,
    recorded_at  timestamptz not null,
    check (ward_id <> guardian_id)
);
create index guardianship_by_ward on guardianship (ward_id);
create index guardianship_by_guardian on guardianship (guardian_id);
