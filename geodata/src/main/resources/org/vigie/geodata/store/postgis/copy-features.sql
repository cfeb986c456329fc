-- Purpose: the features of one layer whose ids lie in a range, for a copy in memory. Parameters: names of properties
--   that the copy has no use for, layer, first id, last id.
-- Index: none; the layer's partition is read as a whole, by each part once.
select /*columns*/
  from vigie.feature f
 where f.layer = ? and f.id >= ? and f.id <= ?
