-- Purpose: takes the oldest job that waits or was lost, of an owner with the fewest that run. Two runners never
--   take the same. Parameters: runner, seconds of silence, the same. Index: job_waiting.
update vigie.job
   set state = 'RUNNING', runner = ?, alive_at = clock_timestamp(), started_at = coalesce(started_at, clock_timestamp()),
       updated_at = clock_timestamp(), attempts = attempts + 1, percent = 0, message = 'begins'
 where id = (
   select j.id from vigie.job j
    where j.state = 'ACCEPTED' or j.state = 'RUNNING' and j.alive_at < clock_timestamp() - make_interval(secs => ?)
    order by (select count(*) from vigie.job r
               where r.owner = j.owner and r.state = 'RUNNING'
                 and r.alive_at >= clock_timestamp() - make_interval(secs => ?)), j.created_at, j.id
    limit 1 for update skip locked)
returning id, process, request, access::text, sequence, committed_at
