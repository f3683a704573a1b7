-- Names of restricted persons, and whom a restricted case or report is about, are ciphertext made by secrecy: whoever gets
-- at a dump finds no name. What was written before this stays readable until it is written again; the checks hold for
-- every row from now on.
alter table person alter name drop not null, add name_sealed bytea;
alter table person add constraint person_name_sealed
    check (num_nonnulls(name, name_sealed) > 0 and (sealed_class <> 'restricted' or name is null)) not valid;
alter table person_version alter name drop not null, add name_sealed bytea;
alter table person_version add constraint person_version_name_sealed
    check (num_nonnulls(name, name_sealed) > 0 and (sealed_class <> 'restricted' or name is null)) not valid;
-- No search shows a restricted person, so none needs the parts of such a name.
delete from person_name_part where sealed_class <> 'open';
alter table person_name_part add constraint person_name_part_open check (sealed_class = 'open');

alter table work_subject alter title drop not null, add title_sealed bytea;
alter table work_subject add constraint work_subject_title_sealed
    check (num_nonnulls(title, title_sealed) > 0 and (sealed_class <> 'restricted' or title is null)) not valid;
alter table inbox_task alter title drop not null, add title_sealed bytea;
alter table inbox_task add constraint inbox_task_title_sealed
    check (num_nonnulls(title, title_sealed) > 0 and (sealed_class <> 'restricted' or title is null)) not valid;
