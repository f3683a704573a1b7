-- The number of a receipt is typed: in a restricted or sealed matter it stands in the record alone.
create trigger typed_stays_in_the_record before insert or update on emergency_aid
    for each row execute function typed_stays_in_the_record('receipt_no');
update emergency_aid set receipt_no = null where sealed_class in ('restricted', 'sealed');
