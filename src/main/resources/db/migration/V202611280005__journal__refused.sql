-- The auditor reads the latest of these.
create index journal_access_refused on journal_entry (id desc) where act = 'access.refused';
