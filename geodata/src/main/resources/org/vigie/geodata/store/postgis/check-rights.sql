-- Purpose: why this database must not be used with this role, a sentence each; no row when it may be.
-- Index: none; the catalog of the schema.
with guarded(name) as (
  values ('feature'), ('change'), ('raised'), ('load'), ('latest'), ('revision')),
ours as (
  select c.oid, c.relname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
         c.relispartition,
         c.relname in (select name from guarded)
           or exists (select from pg_policy p where p.polrelid = c.oid)
           or exists (select from pg_inherits i
                       where i.inhrelid = c.oid
                         and i.inhparent in ('vigie.feature'::regclass, 'vigie.change'::regclass)) as guarded
    from pg_class c
   where c.relnamespace = 'vigie'::regnamespace and c.relkind in ('r', 'p', 'v', 'm'))
select format('the role %s is a superuser or may bypass row-level security: log in as an ordinary role, as'
              || ' vigie database-setup makes one', current_user)
  from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
union all
select format('the role %s owns the table vigie.%s or may become its owner: log in as a role that owns'
              || ' nothing, as vigie database-setup makes one', current_user, min(relname))
  from ours
 where pg_has_role(current_user, relowner, 'MEMBER')
   and not exists (select from pg_roles where rolname = current_user and rolsuper)
having count(*) > 0
union all
select format('the table vigie.%s is not under row-level security: as its owner, "alter table vigie.%s'
              || ' enable row level security, force row level security"', relname, relname)
  from ours
 where guarded and not (relrowsecurity and relforcerowsecurity)
union all
select format('the table vigie.%s lacks its policies: restore them from a backup', name)
  from guarded
 where not exists (select from pg_policy p
                    where p.polrelid = ('vigie.' || name)::regclass and p.polcmd in ('r', '*'))
union all
select format('%s may be addressed past the policies of its parent: "revoke all on vigie.%s from %s"',
              relname, relname, current_user)
  from ours
 where relispartition and has_table_privilege(oid, 'select')
   and not exists (select from pg_roles where rolname = current_user and rolsuper)
   and not pg_has_role(current_user, relowner, 'MEMBER')
union all
select format('the view vigie.%s reads with the rights of its owner: "alter view vigie.%s set'
              || ' (security_invoker = true)"', relname, relname)
  from ours
 where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions)
                                      or 'security_invoker=on' = any (reloptions), false)
union all
select format('the materialized view vigie.%s keeps rows past their policies: drop it', relname)
  from ours where relkind = 'm'
union all
select 'everybody may ask the planner''s statistics for places (' || min(p.oid::regprocedure::text)
       || '): run what vigie database-setup prints'
  from pg_proc p
 where p.proname in ('st_estimatedextent', 'st_findextent', '_postgis_selectivity', '_postgis_stats')
   and has_function_privilege(p.oid, 'execute')
   and not exists (select from pg_roles where rolname = current_user and rolsuper)
having count(*) > 0
union all
select 'the times of the log may be written by hand: the trigger numbered of vigie.revision is gone or off;'
       || ' restore it from a backup'
 where not exists (select from pg_trigger t
                    where t.tgrelid = 'vigie.revision'::regclass and t.tgname = 'numbered'
                      and t.tgenabled = 'A' and t.tgfoid = 'vigie.number_revision'::regproc)
