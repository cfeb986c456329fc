-- Purpose: the tables of the schema with the columns that are data, partitions as part of their table;
--   without what lives only while a transaction does, and without the sealing key: a restored database is another log.
select t.name, array_agg(t.attname::text order by t.attnum) as columns
  from (
    select c.relname::text as name, a.attname, a.attnum
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'vigie'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relpersistence = 'p' and c.relname not in ('schema_history', 'sealing_key')) t
 group by t.name
 order by t.name
