-- Purpose: one change of an owner's saved views at a time, until its transaction ends. Index: none.
select pg_advisory_xact_lock(hashtextextended('vigie saved views of ' || ?, 0))
