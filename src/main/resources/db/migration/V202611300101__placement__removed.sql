-- Whether the police had taken the child away when this was written down: it goes home after a conference only, also
-- when it was in hospital meanwhile.
alter table placement add removed boolean not null default false;
