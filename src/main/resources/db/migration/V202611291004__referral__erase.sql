-- Adds two steps to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['referral', 'update referral set record = null, answer_record = null, result_record = null, consent = null, unit = null, sent = null where case_id = any ($1)'],
        ['incoming_transfer', 'update incoming_transfer set record = null, unit = null, reference_no = null where case_id = any ($1)'],
        $steps$ || first);
end
$$;
