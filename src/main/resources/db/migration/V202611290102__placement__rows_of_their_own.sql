-- The ledger reads places of thousands of cases at once: whose they are stands on the row itself, as on the people of a
-- case, and follows the case: who takes part, its class once it is archived or sealed, its division.
alter table placement add parties uuid[] not null default '{}';
update placement set parties = case_file.parties, sealed_class = case_file.sealed_class, division = case_file.division
from case_file where case_file.id = placement.case_id;

create trigger take_parties before insert on placement for each row execute function take_parties_of_case();
create trigger keep_parties before update of parties on placement
    for each row when (current_user = 'shouwang_app') execute function keep_parties();

create function take_places_along() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update placement set parties = new.parties, sealed_class = new.sealed_class, division = new.division
    where case_id = new.id;
    return null;
end
$$;
create trigger take_places_along after update of parties, sealed_class, division on case_file
    for each row when (old.parties <> new.parties or old.sealed_class <> new.sealed_class or old.division <> new.division)
    execute function take_places_along();

alter policy reach on placement to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or case_id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or parties && (select app_ids('parties'))
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))));
create policy archived on placement as restrictive for select to shouwang_app using (
    sealed_class <> 'archived' or case_id = any ((select app_ids('opened'))::uuid[]));
create policy sealed on placement as restrictive for select to shouwang_app using (
    sealed_class <> 'sealed' or case_id = any ((select app_ids('unsealed'))::uuid[]));
