-- Who has been rung for an open task. Each of them may take it, whatever their role: the roster says who is on duty.
create table duty_call (
    task_id    text        not null references inbox_task on delete cascade,
    officer_id uuid        not null references officer,
    called_at  timestamptz not null,
    primary key (task_id, officer_id)
);
create index duty_call_of_officer on duty_call (officer_id);

insert into duty_call (task_id, officer_id, called_at)
select id, called, created_at from inbox_task where state = 'open' and called is not null;
