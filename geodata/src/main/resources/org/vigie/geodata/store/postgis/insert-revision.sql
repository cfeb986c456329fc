-- Purpose: stamps a write transaction. The database numbers it with the time of now in microseconds, later than the
--   last one even when the clock of the server was set back (trigger "numbered"). Announces number and time to
--   whoever listens, which PostgreSQL does after the commit; what was written is not said.
-- Index: revision_pkey, read backwards for the last one.
insert into vigie.revision (transaction, author, title, batch, undoes)
values (?, ?, ?, ?::uuid, ?::uuid)
returning number, committed_at,
  pg_notify('vigie_log', number || ' ' || (extract(epoch from committed_at) * 1000000)::bigint)
