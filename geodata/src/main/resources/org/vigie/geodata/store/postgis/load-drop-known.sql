-- Purpose: leaves only the new features in the stage. Parameter: layer.
-- Index: as load-preview.
delete from vigie_load l
 using vigie.feature f
 where f.layer = ? and f.source_id = l.source_id and f.source_system = l.source_system
