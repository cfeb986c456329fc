-- Purpose: what a job gave. Index: the primary key.
select result from vigie.job where owner = ? and id = ? and result is not null
