-- Whoever looks for those who have grown up sees the children of open cases, and nobody else.
drop policy adulthood on person;
create policy adulthood on person for select to shouwang_app using (
    (select app_identity('service')) = 'adulthood'
    and exists (select from case_file where case_file.main_person = person.id and case_file.state = 'open'));
