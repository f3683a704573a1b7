-- The truth about every deadline. A row keeps what the clock was started with, so that a change of clocks.yaml touches
-- new clocks only and a page can always say which article in which version set the time.
create table clock (
    id              uuid primary key,
    key             text        not null,
    version         date        not null,
    zh              text        not null,
    en              text        not null,
    subject_id      uuid        not null,
    task_id         text,
    actor           text        not null,
    external        boolean     not null,
    stops           text        not null,
    term            text,
    roll            boolean     not null,
    grade           text,
    kind            text        not null check (kind in ('statutory', 'local', 'default')),
    basis           text        not null,
    mark            text        not null,
    ladder          text,
    holder_role     text        not null,
    holder_division text        not null,
    holder_officer  uuid,
    started_at      timestamptz not null,
    due_at          timestamptz,
    warn_at         timestamptz,
    warned_at       timestamptz,
    late_at         timestamptz,
    paused_at       timestamptz,
    paused_seconds  bigint      not null default 0,
    stopped_at      timestamptz,
    stop_reason     text,
    calendar_gap    integer,
    step            integer     not null default 0,
    next_action_at  timestamptz,
    division        text        not null,
    sealed_class    text        not null default 'open',
    check ((term is null) = (due_at is null)),
    check ((stopped_at is null) = (stop_reason is null))
);

create index clock_subject on clock (subject_id);
create index clock_task on clock (task_id) where task_id is not null;
-- All the sweeper reads: as long as the clocks that wait, not as long as the clocks there ever were.
create index clock_next_action on clock (next_action_at) where stopped_at is null and next_action_at is not null;
create index clock_calendar_gap on clock (calendar_gap) where stopped_at is null and calendar_gap is not null;

comment on column clock.due_at is 'the first moment that is too late: 24:00 of the last day is stored as 00:00 of the next; null when only measured';
comment on column clock.calendar_gap is 'a year without known holidays that the end was guessed over';
comment on column clock.step is 'rungs of the escalation ladder taken';
