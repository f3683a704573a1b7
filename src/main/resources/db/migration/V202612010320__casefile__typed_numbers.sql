-- Numbers of papers are typed, so words can stand in them. In a restricted or sealed matter they stand in the record alone,
-- which is ciphertext; the row beside it says when, by whom and of which kind.
create function typed_stays_in_the_record() returns trigger language plpgsql as $$
begin
    if new.sealed_class not in ('restricted', 'sealed') then
        return new;
    end if;
    -- jsonb_populate_record keeps what is not named: one function for tables with different columns.
    return jsonb_populate_record(new, (
        select jsonb_object_agg(typed.name, null::text)
        from unnest(tg_argv) typed (name)));
end
$$;
create trigger typed_stays_in_the_record before insert or update on guardian_measure
    for each row execute function typed_stays_in_the_record('document_no');
create trigger typed_stays_in_the_record before insert or update on suggestion
    for each row execute function typed_stays_in_the_record('document_no', 'reply_no');
create trigger typed_stays_in_the_record before insert or update on incoming_transfer
    for each row execute function typed_stays_in_the_record('unit', 'reference_no');

-- What the police wrote down hangs on the case without a class of its own.
create function receipt_stays_in_the_record() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from case_file where id = new.case_id and sealed_class in ('restricted', 'sealed')) then
        new.receipt_no := null;
    end if;
    return new;
end
$$;
create trigger receipt_stays_in_the_record before insert or update on case_police
    for each row execute function receipt_stays_in_the_record();
create function receipts_follow_the_case() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update case_police set receipt_no = null where case_id = new.id and receipt_no is not null;
    return null;
end
$$;
create trigger receipts_follow_the_case after update of sealed_class on case_file
    for each row when (new.sealed_class in ('restricted', 'sealed')) execute function receipts_follow_the_case();

update guardian_measure set document_no = null where sealed_class in ('restricted', 'sealed');
update suggestion set document_no = null, reply_no = null where sealed_class in ('restricted', 'sealed');
update incoming_transfer set unit = null, reference_no = null where sealed_class in ('restricted', 'sealed');
update case_police set receipt_no = null
where exists (select from case_file where id = case_id and sealed_class in ('restricted', 'sealed'));
