-- Purpose: stamps a write transaction with the next number and a time later than the last one, even
--   when the clock of the server was set back.
-- Runs under the revision lock, so the statement's snapshot sees every revision there is.
-- Index: revision_pkey, read backwards for the last number.
insert into vigie.revision
  (number, transaction, committed_at, author, title, layer, batch, undoes, inserted, updated, unchanged,
   repeated)
select coalesce(last.number, 0) + 1, ?,
       greatest(clock_timestamp(), last.committed_at + interval '1 microsecond'),
       ?, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?
  from (values (1)) as one
  left join lateral (
    select number, committed_at from vigie.revision order by number desc limit 1) last on true
returning number, committed_at
