-- Purpose: a job is over. Index: the primary key.
update vigie.job
   set state = ?, message = ?, result = ?, classification = ?, compartments = nullif(?, '{}'), layers = ?,
       features = ?, percent = case when ? then 100 else percent end, finished_at = clock_timestamp(),
       updated_at = clock_timestamp(), expires_at = clock_timestamp() + make_interval(secs => ?), runner = null
 where id = ? and runner = ? and state = 'RUNNING'
returning owner
