-- What turns out later to be suspected sexual harm is from then on as if it had been from birth: restricted to the people
-- named on it (限定查阅).
alter table case_turn drop constraint case_turn_kind_check;
alter table case_turn add check (kind in ('reopened', 'review', 'new-harm', 'restrict'));

-- Whoever said so in this transaction has every row of the matter restricted; the titles come as ciphertext.
create function restrict_subject(subject uuid, titled uuid[], titles text[]) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    matter uuid[] := with_reports(subject);
    place  record;
begin
    if not exists (select from case_turn where case_id = subject and kind = 'restrict'
                     and officer_id::text = app_identity('officer') and xmin = pg_current_xact_id()::xid)
       or not exists (select from case_file where id = subject and state = 'open' and sealed_class = 'open') then
        raise exception using errcode = 'insufficient_privilege', message = 'Only an open case is restricted, and once.';
    end if;
    update work_subject set title = null, title_sealed = decode(given.title, 'base64')
    from unnest(titled, titles) given (id, title) where work_subject.id = given.id and given.id = any (matter);
    update inbox_task set title = null, title_sealed = decode(given.title, 'base64')
    from unnest(titled, titles) given (id, title) where subject_id = given.id and given.id = any (matter);
    update work_subject set sealed_class = 'restricted' where id = any (matter) and sealed_class = 'open';
    update report set sealed_class = 'restricted' where id = any (matter) and sealed_class = 'open';
    update case_file set sealed_class = 'restricted' where id = subject;
    -- All that hangs on the matter and carries a class of its own, in whichever module.
    for place in
        select classed.table_name, key.column_name
        from information_schema.columns classed
        join information_schema.tables on tables.table_schema = 'public' and tables.table_name = classed.table_name
             and table_type = 'BASE TABLE'
        join information_schema.columns key on key.table_schema = 'public' and key.table_name = classed.table_name
             and key.column_name in ('case_id', 'subject_id') and key.data_type = 'uuid'
        where classed.table_schema = 'public' and classed.column_name = 'sealed_class'
          and classed.table_name not in ('report', 'case_file', 'work_subject', 'juvenile_seal')
    loop
        execute format('update %I set sealed_class = $2 where %I = any ($1) and sealed_class = $3',
                       place.table_name, place.column_name) using matter, 'restricted', 'open';
    end loop;
    update emergency_access set until = greatest(now(), since + interval '1 microsecond')
    where case_id = subject and until > now();
end
$$;

-- A record in the keys of the class its matter has by now, and with its words out of sight.
create function reseal_record(record uuid, kept jsonb, closed bytea, class text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if class not in ('restricted', 'sealed') or not exists (
            select from form_record join work_subject on work_subject.id = form_record.subject_id
            where form_record.id = record and work_subject.sealed_class = class) then
        raise exception using errcode = 'insufficient_privilege', message = 'A record follows its matter, and only inwards.';
    end if;
    update form_record set data = kept, sealed = closed, sealed_class = class where id = record;
end
$$;

revoke execute on function restrict_subject(uuid, uuid[], text[]), reseal_record(uuid, jsonb, bytea, text) from public;
grant execute on function restrict_subject(uuid, uuid[], text[]), reseal_record(uuid, jsonb, bytea, text) to shouwang_app;
