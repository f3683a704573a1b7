-- Every subject that is described tells its open candidates: without this, each report read all candidates there are.
create index inbox_candidate_of_subject on inbox_candidate (subject_id);
