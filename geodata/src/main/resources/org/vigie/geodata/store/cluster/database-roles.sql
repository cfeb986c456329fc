-- Sets a database up for Vigie. A superuser runs it once in the new, empty database of the mission:
--   vigie database-setup | psql --set ON_ERROR_STOP=1 --dbname vigie
-- and then gives both roles a password (\password vigie_owner, \password vigie_application).

create extension if not exists postgis;

-- The owner makes and changes the schema, at the start of a new version only. The application reads and
-- writes rows, as far as the policies let it; it owns nothing and can bypass nothing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'vigie_owner') then
    create role vigie_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'vigie_application') then
    create role vigie_application;
  end if;
  alter role vigie_owner login nosuperuser nobypassrls nocreaterole nocreatedb noreplication;
  alter role vigie_application login nosuperuser nobypassrls nocreaterole nocreatedb noreplication;
  execute format('grant connect, create on database %I to vigie_owner', current_database());
  execute format('grant connect, temporary on database %I to vigie_application', current_database());
  execute format('revoke connect, temporary on database %I from public', current_database());
end $$;

