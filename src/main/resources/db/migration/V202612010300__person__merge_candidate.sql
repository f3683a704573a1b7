-- Who opens a file is not told whether somebody outside his or her reach has the same number: the file is opened, and
-- files that may be one person are laid before the township or the county. So one number may stand on two open files
-- until somebody has looked; within one's own reach a second is refused as before.
drop index person_by_id_number;
create index person_by_id_number on person (id_index) where id_index is not null;
create index person_by_name_and_birth on person (name, birth_date) where sealed_class = 'open';
create index person_restricted_by_birth on person (birth_date) where sealed_class = 'restricted';

-- Files that have been opened or changed since somebody compared them with the others. Every file comes in here, whatever
-- there is to be found, and is compared later: neither answer nor time tells.
create table person_unmatched (
    person_id uuid primary key references person on delete cascade,
    since     timestamptz not null
);

-- Two files that may be one person, with what speaks for it. While it says 'same' they are shown as one person to whoever
-- may read both; nothing is moved from one file to the other, so that it can be undone.
create table merge_candidate (
    id           uuid primary key,
    person_id    uuid        not null references person on delete cascade, -- the file that came later
    other_id     uuid        not null references person on delete cascade,
    score        integer     not null check (score between 0 and 100),
    signs        text[]      not null,
    state        text        not null default 'open'
                 check (state in ('open', 'proposed-same', 'proposed-different', 'same', 'different')),
    reason       bytea,
    decided_by   uuid references officer,
    decided_at   timestamptz,
    confirmed_by uuid references officer,
    undone       bytea, -- why a decision was taken back, the last time
    found_at     timestamptz not null,
    division     text        not null, -- who looks at it: their township, or the county of two townships
    sealed_class text        not null default 'open' check (sealed_class in ('open', 'restricted')),
    unique (person_id, other_id),
    check (person_id <> other_id),
    check ((state = 'open') = (decided_by is null)),
    check ((decided_by is null) = (reason is null)),
    -- Four eyes on what is restricted.
    check (sealed_class = 'open' or state not in ('same', 'different') or confirmed_by is not null and confirmed_by <> decided_by)
);
create unique index merge_candidate_pair on merge_candidate (least(person_id, other_id), greatest(person_id, other_id));
create index merge_candidate_of_other on merge_candidate (other_id);
create index merge_candidate_waiting on merge_candidate (division, score desc, id);
revoke delete on merge_candidate from shouwang_app;

create function on_sealed(who uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return exists (select from case_person join case_file on case_file.id = case_id
                   where person_id = who and case_file.sealed_class = 'sealed')
        or exists (select from report where child = who and sealed_class = 'sealed');

-- Whoever is kept off a matter of one of the two learns nothing of them here, and of a sealed juvenile record nobody does.
create function hidden_pair(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return on_sealed(one) or on_sealed(other)
        or exists (select from case_person where person_id in (one, other) and case_id = any (app_ids('barred')))
        or exists (select from report where child in (one, other) and id = any (app_ids('barred')));

alter table merge_candidate enable row level security;
create policy reach on merge_candidate to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('merges'))
    or division <@ (select app_places('merges_restricted'))
    or (select app_identity('service')) = 'matching'
    -- Two files are one person to whoever reads both.
    or state = 'same' and exists (select from person where person.id = person_id)
                      and exists (select from person where person.id = other_id)) with check (true);
create policy hidden on merge_candidate as restrictive for select to shouwang_app using (
    not hidden_pair(person_id, other_id));

-- Who stands in no register any more is compared by the county, by two.
create function merge_candidate_restricted() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update merge_candidate set sealed_class = 'restricted', division = left(division, 6) || '000000', state = 'open',
        reason = null, decided_by = null, decided_at = null, confirmed_by = null
    where new.id in (person_id, other_id) and sealed_class = 'open';
    return null;
end
$$;
create trigger merge_candidate_restricted after update of sealed_class on person
    for each row when (new.sealed_class = 'restricted' and old.sealed_class = 'open')
    execute function merge_candidate_restricted();

-- Which files may be the same person as this one: by number, or by name and birth. The names of restricted people are
-- ciphertext, so those come by birth alone and are compared by whoever has the key. Nobody is compared of whom a sealed
-- juvenile record brought word.
create function likely_same(who uuid, called text) returns table (
        id uuid, name text, name_sealed bytea, sex text, birth_date date, birth_estimated boolean, id_index bytea,
        division text, sealed_class text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    one person%rowtype;
begin
    if app_identity('service') <> 'matching' then
        raise exception using errcode = 'insufficient_privilege', message = 'Only the comparison looks at everybody.';
    end if;
    select * into one from person where person.id = who;
    if not found or on_sealed(who) then
        return;
    end if;
    return query
        select other.id, other.name, other.name_sealed, other.sex, other.birth_date, other.birth_estimated, other.id_index,
               other.division, other.sealed_class
        from person other
        where other.id in (
                select near.id from person near where near.id_index = one.id_index
                union
                select near.id from person near
                where not one.unidentified and near.sealed_class = 'open' and near.name = called
                  and near.birth_date between one.birth_date - 366 and one.birth_date + 366
                union
                select near.id from person near
                where not one.unidentified and near.sealed_class = 'restricted'
                  and near.birth_date between one.birth_date - 366 and one.birth_date + 366)
          and other.id <> who and not other.unidentified and left(other.division, 6) = left(one.division, 6)
          and other.sealed_class in ('open', 'restricted') and not on_sealed(other.id);
end
$$;

revoke execute on function hidden_pair(uuid, uuid), likely_same(uuid, text), on_sealed(uuid) from public;
grant execute on function hidden_pair(uuid, uuid), likely_same(uuid, text) to shouwang_app;
