-- Purpose: stamps a write transaction with a time later than the last one, even when the clock of the
--   server was set back, and with that time in microseconds as its number.
-- Runs under the revision lock, so the statement's snapshot sees every revision there is.
-- Index: revision_pkey, read backwards for the last one.
insert into vigie.revision (number, transaction, committed_at, author, title, batch, undoes)
select greatest((extract(epoch from stamp.time) * 1000000)::bigint, coalesce(stamp.last, 0) + 1),
       ?, stamp.time, ?, ?, ?::uuid, ?::uuid
  from (
    select last.number as last,
           greatest(clock_timestamp(), last.committed_at + interval '1 microsecond') as time
      from (values (1)) as one
      left join lateral (
        select number, committed_at from vigie.revision order by number desc limit 1) last on true
    offset 0) stamp
returning number, committed_at
