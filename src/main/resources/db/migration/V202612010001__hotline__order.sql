-- What a hotline's platform handed on (热线工单): number, times and codes in the clear; what the caller said, and who it was,
-- as ciphertext. A matter of child protection is a report from the moment it is entered; the order keeps the answer to the
-- platform. Seen by whoever receives the line, at its place, and by nobody for territory alone.
create table hotline_order (
    id           uuid primary key,
    line         text        not null,
    number       text        not null,
    receives     text        not null,
    called_at    timestamptz not null,
    confidential boolean     not null,
    category     text        not null,
    sealed       bytea,
    way          text        not null check (way in ('page', 'file', 'api')),
    answer_by    date,
    report_id    uuid,
    instance     text unique,
    entered_by   uuid        not null references officer,
    entered_at   timestamptz not null,
    answer       text,
    organ        text,
    answered_by  uuid        references officer,
    answered_at  timestamptz,
    division     text        not null,
    sealed_class text        not null default 'open',
    unique (line, number),
    check ((answer is null) = (answered_at is null))
);
create index hotline_order_list on hotline_order (division, called_at desc, id desc);
create index hotline_order_of_report on hotline_order (report_id);
revoke delete on hotline_order from shouwang_app;

alter table hotline_order enable row level security;
create policy reach on hotline_order to shouwang_app using (
    receives || '/' || division = any ((select app_identity('posts'))::text[])
    or id = any ((select app_ids('opened'))::uuid[])) with check (true);

-- A file of orders as it came: good rows are taken over, bad ones stay with the reason. The cells are ciphertext, and gone
-- once the row is an order.
create table hotline_import (
    id           uuid primary key,
    line         text        not null,
    receives     text        not null,
    officer      uuid        not null references officer,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index hotline_import_list on hotline_import (division, at desc);
create table hotline_row (
    import_id    uuid        not null references hotline_import on delete cascade,
    row_no       integer     not null,
    row_id       uuid        not null,
    state        text        not null check (state in ('good', 'bad', 'known', 'taken')),
    sealed       bytea,
    problems     jsonb       not null default '[]',
    order_id     uuid,
    receives     text        not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    primary key (import_id, row_no)
);
alter table hotline_import enable row level security;
create policy reach on hotline_import to shouwang_app using (
    receives || '/' || division = any ((select app_identity('posts'))::text[])) with check (true);
alter table hotline_row enable row level security;
create policy reach on hotline_row to shouwang_app using (
    receives || '/' || division = any ((select app_identity('posts'))::text[])) with check (true);

-- By which way a report came.
alter table report add channel text not null default 'here';

-- Adds a step to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['hotline_order', 'update hotline_order set sealed = null where report_id = any ($1)'],
        $steps$ || first);
end
$$;
