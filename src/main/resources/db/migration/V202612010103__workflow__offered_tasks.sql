-- A task that was offered to an officer besides those it is drawn for is that officer's to see and to take, as one of his or
-- her post is: a hospital's, say, which otherwise sees nothing of a case. Of a restricted case only while named on it.
create policy offered on inbox_task to shouwang_app using (
    subject_id <> all ((select app_ids('barred'))::uuid[])
    and exists (
        select from duty_call
        where duty_call.task_id = inbox_task.id and duty_call.officer_id = any ((select app_ids('hands'))::uuid[]))
    and (sealed_class = 'open' or sealed_class = 'restricted' and exists (
        select from participation
        where participation.subject_id = inbox_task.subject_id
          and participation.officer_id = any ((select app_ids('hands'))::uuid[]) and until is null))) with check (true);
