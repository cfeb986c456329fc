-- Purpose: condition that a stored feature f is the one a staged feature l names. There may be several of
--   one identity, once for each circle of readers; of those the caller sees, the one recorded last counts.
--   Parameter: layer.
-- Index: feature_identity for a small load; a hash join over the partition for a large one.
f.layer = ? and f.source_id = l.source_id and f.source_system = l.source_system
and not exists (
  select from vigie.feature g
   where g.layer = f.layer and g.source_id = f.source_id and g.source_system = f.source_system
     and (g.recorded_at, g.id) > (f.recorded_at, f.id))
