-- A stay in hospital, from its arrival there to its discharge, takes a child away from nobody: it still belongs where it was.
alter table placement add admitted boolean not null default false;
