-- With which form a file was given: whoever does not read that form does not read its files. Null for what is no form's,
-- such as the evidence of a consent.
alter table attachment add form text;
update attachment file set form = record.form from form_record record
where record.subject_id = file.subject_id and strpos(record.data::text, file.id::text) > 0;
