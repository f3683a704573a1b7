-- Adds two steps to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['supervision_request', 'update supervision_request set record = null, answer_record = null, check_record = null where case_id = any ($1)'],
        ['suggestion', 'update suggestion set record = null, reply_record = null, document_no = null, reply_no = null where case_id = any ($1)'],
        $steps$ || first);
end
$$;
