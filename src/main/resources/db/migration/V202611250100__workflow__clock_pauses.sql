-- Events that let a clock stand still and run on, kept with the clock as everything else of its rule.
alter table clock add pauses text, add resumes text;
