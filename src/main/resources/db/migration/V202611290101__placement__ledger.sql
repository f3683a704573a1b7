-- The placement ledger (安置台账): a child is in exactly one place at any instant, whichever case says so. The database
-- keeps that rule itself. btree_gist is a trusted extension: whoever owns the database may create it.
create extension if not exists btree_gist;

-- followed_at: when the next place began, in this case or in another that a reader may not see; 'infinity' while none
-- follows. Where `until` comes earlier, the child was nowhere in between: a gap.
-- known: how the beginning is known: handed over at a time, dated by a day, or told as it stood when it was written down.
alter table placement
    add followed_at timestamptz not null default 'infinity',
    add known       text        not null default 'handed' check (known in ('handed', 'dated', 'told'));

update placement set known = case form when 'F02-emergency' then 'told' when 'F03-handover' then 'handed' else 'dated' end
from form_record where form_record.id = placement.record_id;
update placement set place = 'unverified' where place = 'unknown';

-- What lasted no time stays so; of all others each ends where the person's next one begins.
update placement set followed_at = since where until = since;
update placement set until = least(until, next.since), followed_at = next.since
from (select id, lead(since) over (partition by person_id order by since, id) since
      from placement where until is distinct from since) next
where next.id = placement.id and next.since is not null;

drop index placement_current;
drop index placement_away;
alter table placement
    add check (followed_at >= coalesce(until, followed_at) and (until is not null or followed_at = 'infinity')),
    add constraint placement_one_at_a_time
        exclude using gist (person_id with =, tstzrange(since, until) with &&);
-- Who is where on a day: the last place of each child by then; and only those away from home, for boards.
create index placement_last on placement (followed_at, since);
create index placement_away on placement (followed_at, since) where place <> 'home' or until is not null;

-- A child moves: the place before ends where the new one begins, in whichever case it stands, and the new one ends where
-- the next begins that was recorded already. Gives the other cases in which a place ended. Done by the tables' owner, for
-- who records a handover need not see the person's other cases; two moves of one person wait for each other. Two
-- handovers at one instant to different places are left to the constraint.
create function place_child(new_id uuid, on_case uuid, in_place text, earliest timestamptz, latest timestamptz,
                            how text, by_record uuid) returns uuid[]
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    file      case_file%rowtype;
    starts    timestamptz := earliest;
    follows   timestamptz;
    elsewhere uuid[];
begin
    select * into strict file from case_file where id = on_case;
    if file.main_person is null then
        return '{}';
    end if;
    perform pg_advisory_xact_lock(hashtextextended(file.main_person::text, 0));
    -- Known by its day only: after what else began on that day.
    if how = 'dated' then
        select coalesce(max(least(since + interval '1 minute', latest - interval '1 microsecond')), earliest) into starts
        from placement
        where person_id = file.main_person and until is distinct from since and since >= earliest and since < latest;
    end if;
    -- Where the child was, as somebody wrote it down later than the handover that came after: it was so before that.
    while how = 'handed' loop
        update placement set until = since, followed_at = since
        where known = 'told' and case_id = on_case and id = (
            select id from placement
            where person_id = file.main_person and until is distinct from since and since >= starts
            order by since limit 1);
        exit when not found;
    end loop;
    -- The same place from the same instant, said in two cases, is said once more.
    update placement set until = since, followed_at = since
    where person_id = file.main_person and since = starts and place = in_place and until is distinct from since;
    select min(since) into follows from placement
    where person_id = file.main_person and since > starts and until is distinct from since;
    with ended as (
        update placement set until = least(until, starts), followed_at = starts
        where person_id = file.main_person and since < starts and followed_at > starts
        returning case_id)
    select coalesce(array_agg(distinct case_id) filter (where case_id <> on_case), '{}') into elsewhere from ended;
    insert into placement (id, case_id, person_id, place, since, until, record_id, division, sealed_class, known, followed_at)
    values (new_id, on_case, file.main_person, in_place, starts, follows, by_record, file.division, file.sealed_class,
            how, coalesce(follows, 'infinity'));
    return elsewhere;
end
$$;
revoke execute on function place_child(uuid, uuid, text, timestamptz, timestamptz, text, uuid) from public;
grant execute on function place_child(uuid, uuid, text, timestamptz, timestamptz, text, uuid) to shouwang_app;
