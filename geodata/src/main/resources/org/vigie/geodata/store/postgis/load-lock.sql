-- Purpose: one merge into a layer at a time, until its transaction ends. Parameter: layer.
select pg_advisory_xact_lock(hashtextextended('vigie load into ' || ?, 0))
