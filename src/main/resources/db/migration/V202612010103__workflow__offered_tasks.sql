-- A task that was offered to an officer besides those it is drawn for is that officer's to see, as one of his or her post is:
-- a hospital's, say, which otherwise sees nothing of a case.
create policy offered on inbox_task for select to shouwang_app using (
    sealed_class in ('open', 'restricted') and subject_id <> all ((select app_ids('barred'))::uuid[]) and exists (
        select from duty_call
        where duty_call.task_id = inbox_task.id and duty_call.officer_id = any ((select app_ids('hands'))::uuid[])));
