-- Files whose last row was erased, until they are gone from the store. A transaction that fails leaves the file where it
-- was, and a node that dies after the commit leaves this row for the next one.
create table attachment_removal (
    digest bytea primary key
);
