-- Purpose: one change of the links of a feature at a time, until its transaction ends. Parameter: id.
select pg_advisory_xact_lock(hashtextextended('vigie links of ' || ?, 0))
