-- One's own reports page by page, the newest first; ids rise with time.
create index reporter_own_by_id on reporter (pseudonym, report_id desc);
drop index reporter_own;
