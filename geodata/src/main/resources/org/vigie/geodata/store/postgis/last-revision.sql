-- Purpose: how far the log reaches for everybody: number and time, nothing of what was changed.
-- Index: revision_pkey, read backwards.
select number, committed_at from vigie.revision order by number desc limit 1
