-- Purpose: ids of the current features that a load brought, in their order, a part at a time.
--   Parameters: layer, batch, id after which to go on, how many.
-- Index: feature_batch.
select f.id from vigie.feature f
 where f.layer = ? and f.batch = ? and f.id > ?
 order by f.id
 limit ?
