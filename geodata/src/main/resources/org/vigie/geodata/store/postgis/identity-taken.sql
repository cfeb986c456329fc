-- Purpose: whether the caller sees another feature of this identity. Those he may not see do not count, or
--   he would learn of them. Parameters: layer, source id, source system, own id.
-- Index: feature_identity.
select exists (
  select from vigie.feature
   where layer = ? and source_id = ? and source_system = ? and id <> ?)
