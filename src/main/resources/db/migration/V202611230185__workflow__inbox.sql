-- What processes are about, as far as a row of the inbox shows it. Kept true by the modules that own the subjects.
create table work_subject (
    id           uuid primary key,
    kind         text not null,
    number       text not null,
    title        text not null,
    division     text not null,
    sealed_class text not null default 'open',
    grade        text,
    stage        text
);

-- The inbox: projected from the engine's events in the engine's own transaction.
create table inbox_task (
    id           text primary key,
    instance_id  text        not null,
    subject_id   uuid        not null references work_subject,
    process      text        not null,
    task_key     text        not null,
    form         text        not null,
    name         text        not null,
    stage        text,
    division     text        not null,
    sealed_class text        not null default 'open',
    grade        text,
    -- Where the role has no holder on the way up, the superior's roles get it and the row says so.
    vacant       boolean     not null default false,
    assignee     uuid,
    claimed_at   timestamptz,
    -- Duty roster: who was called last, to take it at once.
    roster       text,
    called       uuid,
    -- When the next on the roster is rung, if nobody has taken it by then.
    ring_at      timestamptz,
    -- Four eyes: who did the step that this one judges.
    excluded     uuid[]      not null default '{}',
    state        text        not null default 'open' check (state in ('open', 'done', 'cancelled')),
    created_at   timestamptz not null,
    due_at       timestamptz,
    external     boolean     not null default false,
    -- Due date, or for what has none (立即) since when it waits: the order of every list.
    sort_at      timestamptz not null,
    done_by      uuid,
    done_unit    text,
    done_at      timestamptz,
    ended_at     timestamptz
);
create index inbox_task_mine on inbox_task (assignee, sort_at, id) where state = 'open' and assignee is not null;
create index inbox_task_mine_late on inbox_task (assignee, due_at) where state = 'open' and due_at is not null and not external;
create index inbox_task_rings on inbox_task (ring_at) where state = 'open' and ring_at is not null;
create index inbox_task_of_subject on inbox_task (subject_id, created_at);
create index inbox_task_done on inbox_task (done_by, done_at) where state = 'done';
create index inbox_task_by_place on inbox_task (division, due_at) where state = 'open';

-- Who may take an open task: one row a role and place, gone when the task is.
create table inbox_candidate (
    task_id    text        not null references inbox_task on delete cascade,
    role       text        not null,
    division   text        not null,
    subject_id uuid        not null,
    restricted boolean     not null,
    sort_at    timestamptz not null,
    late_from  timestamptz,
    taken      boolean     not null default false,
    primary key (task_id, role, division)
);
create index inbox_candidate_team on inbox_candidate (role, division, sort_at, task_id) where not taken;
create index inbox_candidate_late on inbox_candidate (role, division, late_from) where late_from is not null and not taken;
