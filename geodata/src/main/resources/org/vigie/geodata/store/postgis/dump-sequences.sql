-- Purpose: the next value of each sequence, by name.
select s.relname::text,
       coalesce((select last_value from pg_sequences q where q.schemaname = 'vigie' and q.sequencename = s.relname), 0)
  from pg_class s
 where s.relnamespace = 'vigie'::regnamespace and s.relkind = 'S'
 order by 1
