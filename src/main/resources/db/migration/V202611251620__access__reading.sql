-- Which files an officer has opened within the hour, so that reading many of them is noticed on every node. Forgotten
-- after an hour: what stays is the journal.
create table reading (
    officer_id uuid        not null,
    subject_id uuid        not null,
    at         timestamptz not null,
    primary key (officer_id, subject_id)
);
create index reading_by_age on reading (at);

-- The few entries that an auditor looks through.
create index journal_reading_limit on journal_entry (id) where act = 'reading.limit';
