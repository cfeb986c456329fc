-- Purpose: all that protects the rows, one line each: policies, row-level security, rights, triggers that
--   refuse, functions that run as their owner, and what the roles may do at all.
select 'policy ' || tablename || '.' || policyname || ' ' || permissive || ' ' || cmd || ' '
       || array_to_string(roles, ',') || ' using ' || coalesce(qual, '') || ' check ' || coalesce(with_check, '')
  from pg_policies where schemaname = 'vigie'
union all
select 'table ' || relname || ' security ' || relrowsecurity || ' forced ' || relforcerowsecurity
  from pg_class where relnamespace = 'vigie'::regnamespace and relkind in ('r', 'p')
union all
select 'right ' || grantee || ' ' || privilege_type || ' ' || table_name
  from information_schema.role_table_grants
 where table_schema = 'vigie' and grantee like 'vigie%'
union all
select 'right ' || a.grantee::regrole || ' ' || a.privilege_type || ' ' || c.relname || '.' || t.attname
  from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
 where c.relnamespace = 'vigie'::regnamespace and a.grantee::regrole::text like 'vigie%'
union all
select 'trigger ' || t.tgrelid::regclass || '.' || t.tgname || ' ' || t.tgenabled::text
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
 where c.relnamespace = 'vigie'::regnamespace and not t.tgisinternal
union all
select 'function ' || p.oid::regprocedure || ' definer ' || p.prosecdef || ' '
       || encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex')
  from pg_proc p where p.pronamespace = 'vigie'::regnamespace
union all
select 'role ' || rolname || ' superuser ' || rolsuper || ' bypass ' || rolbypassrls || ' inherits ' || rolinherit
  from pg_roles where rolname like 'vigie%'
order by 1
