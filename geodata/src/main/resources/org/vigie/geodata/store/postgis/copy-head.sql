-- Purpose: the last write of all.
-- Index: revision_pkey, read backwards.
select number, committed_at from vigie.revision order by number desc limit 1
