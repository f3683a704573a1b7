-- What people fill in: drafts while they type, records once they have sent, and the forms both were made with.

create table form_version (
    form       text        not null,
    version    integer     not null,
    source     text        not null, -- the file as it stood, so that an old record reads as it did
    codes      text        not null, -- the code lists it used, with their names of that day
    kept_at    timestamptz not null,
    primary key (form, version)
);
revoke update, delete on form_version from shouwang_app;

create table form_draft (
    id           uuid primary key,
    task_id      text        not null,
    officer_id   uuid        not null,
    form         text        not null,
    form_version integer     not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    data         bytea       not null,
    updated_at   timestamptz not null,
    unique (task_id, officer_id)
);

create table form_record (
    id           uuid primary key,
    subject_id   uuid        not null,
    task_id      text,
    form         text        not null,
    form_version integer     not null,
    data         jsonb       not null,
    sealed       bytea,                -- answers of class narrative, address, identity and reporter
    division     text        not null,
    sealed_class text        not null default 'open',
    officer_id   uuid,                 -- null for a report: who reported is nobody's to read here
    agency_id    uuid,
    at           timestamptz not null,
    foreign key (form, form_version) references form_version
);
create index form_record_by_subject on form_record (subject_id, form, at desc);
create unique index form_record_by_task on form_record (task_id) where task_id is not null;
revoke update, delete on form_record from shouwang_app;
