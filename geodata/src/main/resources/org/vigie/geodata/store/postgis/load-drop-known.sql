-- Purpose: leaves only the new features in the stage. Parameter: layer.
-- Index: feature_identity for a small load; a hash join over the partition for a large one.
delete from vigie_load l
 using vigie.feature f
 where f.layer = ? and f.source_id = l.source_id and f.source_system = l.source_system
