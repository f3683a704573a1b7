-- Where tasks find a post: at its division, or, in a police station, at the station's key. What a station covers is said
-- by processes/jurisdictions.yaml and not by the codes of its township.
alter table post add place text;
update post set place = division;
alter table post alter place set not null;

create function place_of_post() returns trigger language plpgsql as $$
begin
    select case when type = 'police-station' then key else new.division end into strict new.place
    from agency where id = new.agency_id;
    return new;
end
$$;
create trigger place_of_post before insert or update of division, agency_id on post
    for each row execute function place_of_post();

create function places_of_agency() returns trigger language plpgsql as $$
begin
    update post set division = division where agency_id = new.id;
    return null;
end
$$;
create trigger places_of_agency after update of type on agency
    for each row when (old.type <> new.type) execute function places_of_agency();

drop index post_by_place;
create index post_by_place on post (role, place);
create index post_by_agency on post (agency_id);

comment on column inbox_candidate.division is 'where the role is held: a division''s code or a police station''s key';
comment on column clock.holder_division is 'where the role is held: a division''s code or a police station''s key';
