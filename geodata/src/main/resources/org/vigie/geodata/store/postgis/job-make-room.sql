-- Purpose: the oldest jobs of an owner that are over go when there are too many or their results take too much room.
--   Parameters: owner, most jobs, most bytes. Index: job_owner.
delete from vigie.job
 where id in (
   select k.id
     from (select j.id, row_number() over newest as place, sum(coalesce(length(j.result), 0)) over newest as bytes
             from vigie.job j
            where j.owner = ? and j.state not in ('ACCEPTED', 'RUNNING')
           window newest as (order by j.finished_at desc, j.id)) k
    where k.place > ? or k.place > 1 and k.bytes > ?)
