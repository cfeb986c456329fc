-- Purpose: jobs of an owner that the caller may see; without the results. Index: job_owner.
select id, process, request, state, percent, message, sequence, committed_at, features, classification,
       coalesce(length(result), 0) as size, created_at, started_at, finished_at, updated_at, expires_at
  from vigie.job where owner = ?
 order by created_at desc, id
