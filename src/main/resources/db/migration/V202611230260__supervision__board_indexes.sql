-- What the boards ask, each an index as long as what is open, waiting or recent, not as long as all there ever was.
create index case_file_open on case_file (division, stage, grade) where state = 'open';
create index case_file_red on case_file (division, opened_at) where state = 'open' and grade = '1';
create index case_file_closings on case_file (closed_at, division) where closed_at is not null;
create index report_waiting on report (division, received_at) where state = 'received';
create index report_newest on report (received_at, division);
create index inbox_task_late on inbox_task (due_at, division) where state = 'open' and not external and due_at is not null;
create index inbox_task_held on inbox_task (division, assignee, due_at) where state = 'open';
create index clock_ends on clock (due_at, division) where due_at is not null;
create index clock_stopped on clock (stopped_at, division) where stopped_at is not null;
