-- Officers, posts and agencies are the truth; Keycloak's accounts follow. What is still to be carried there stands here,
-- written in the transaction of the change, and never keeps it from counting at once.
create table login_account (
    officer_id uuid primary key references officer,
    -- Keycloak's id of the account, once there is one.
    subject    text,
    synced_at  timestamptz
);

create table login_work (
    id         uuid primary key,
    officer_id uuid        not null references login_account,
    act        text        not null check (act in ('sync', 'end-sessions')),
    state      text        not null default 'waiting' check (state in ('waiting', 'dead')),
    tries      smallint    not null default 0,
    created_at timestamptz not null default now(),
    next_at    timestamptz not null default now(),
    -- A code, never an answer's text.
    failure    text
);
create index login_work_due on login_work (next_at) where state = 'waiting';
create index login_work_of_officer on login_work (officer_id);

create index officer_by_name on officer (name, id);
