-- Purpose: a job that is not over ends; its runner notices. Parameters: days it is kept, id. Index: the primary key.
update vigie.job
   set state = 'DISMISSED', message = 'dismissed', finished_at = now(), updated_at = now(),
       expires_at = now() + make_interval(secs => ?)
 where id = ? and state in ('ACCEPTED', 'RUNNING')
