-- Purpose: jobs that were lost with their runner too often are over. Index: job_waiting.
update vigie.job
   set state = ?, message = ?, result = ?, finished_at = clock_timestamp(), updated_at = clock_timestamp(),
       expires_at = clock_timestamp() + make_interval(secs => ?), runner = null
 where state = 'RUNNING' and attempts >= ? and alive_at < clock_timestamp() - make_interval(secs => ?)
