-- Purpose: which table must be filled before which. A table's references to itself do not matter: they
--   are looked at when all its rows are there.
select distinct a.relname::text as later, b.relname::text as earlier
  from pg_constraint k
  join pg_class a on a.oid = k.conrelid
  join pg_class b on b.oid = k.confrelid
 where k.contype = 'f' and a.relnamespace = 'vigie'::regnamespace and a.oid <> b.oid
 order by 1, 2
