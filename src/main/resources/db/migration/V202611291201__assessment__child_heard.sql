-- Whether the child was heard in the assessment (F04); null for those made before this was kept.
alter table assessment add column child_heard boolean;
