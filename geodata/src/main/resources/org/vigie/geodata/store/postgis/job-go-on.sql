-- Purpose: a runner is alive and says how far it is; no row when it is to stop. Index: the primary key.
update vigie.job
   set percent = ?, message = ?, alive_at = clock_timestamp(), updated_at = clock_timestamp()
 where id = ? and runner = ? and state = 'RUNNING'
