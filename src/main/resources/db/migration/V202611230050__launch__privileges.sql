-- Three logins: the owner migrates (and runs this file), the application works, the reader reports.
-- What the application may do is settled here once, for every table that follows; append-only tables take
-- rights away again in their own migration.

do $$
begin
    if not exists (select from pg_roles where rolname = 'shouwang_app')
       or not exists (select from pg_roles where rolname = 'shouwang_reader') then
        raise exception using
            message = 'The roles shouwang_app and shouwang_reader must exist before the first migration.',
            hint = 'As a superuser: create role shouwang_app login password ''…''; '
                || 'create role shouwang_reader login password ''…''; neither superuser, nor bypassrls, nor createrole.';
    end if;
end
$$;

revoke create on schema public from public;
grant usage on schema public to shouwang_app, shouwang_reader;

alter default privileges in schema public grant select, insert, update, delete on tables to shouwang_app;
alter default privileges in schema public grant usage, select on sequences to shouwang_app;
