-- When something was committed is evidence: the database stamps with its clock, whoever writes and whatever he sends. Only
-- who is logged in as the owner of the log, as whom nobody is served, may record an exercise at the times its story tells
-- of, in a session that names one (vigie.exercise_time). The audit chain has its own times, of the clock also then.

create function vigie.recorded(clock timestamptz) returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    select case
      when nullif(current_setting('vigie.exercise_time', true), '') is null then clock
      when session_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'vigie.revision'::regclass)
      then least(current_setting('vigie.exercise_time')::timestamptz, clock)
      else clock end
  $$;
comment on function vigie.recorded is 'The clock, or for the owner of the log the time of an exercise, never ahead of the clock';

-- As before, with the time of an exercise.
create or replace function vigie.number_revision() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(95010706515202);
  select number, committed_at into last from vigie.revision order by number desc limit 1;
  new.committed_at :=
    greatest(vigie.recorded(clock_timestamp()), last.committed_at + interval '1 microsecond');
  new.number := greatest((extract(epoch from new.committed_at) * 1000000)::bigint, coalesce(last.number, 0) + 1);
  return new;
end $$;
