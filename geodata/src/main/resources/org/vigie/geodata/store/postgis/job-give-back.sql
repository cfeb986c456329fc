-- Purpose: a job is to be run again; the attempt does not count. Index: the primary key.
update vigie.job
   set state = 'ACCEPTED', message = ?, updated_at = clock_timestamp(), attempts = attempts - 1, runner = null
 where id = ? and runner = ? and state = 'RUNNING'
