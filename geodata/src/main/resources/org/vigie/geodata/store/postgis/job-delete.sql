-- Purpose: a job that is over is forgotten. Index: the primary key.
delete from vigie.job where id = ? and state not in ('ACCEPTED', 'RUNNING')
