-- Purpose: deletes what a load inserted, unless it is no longer as the load left it, and logs it. Parameters: the
--   load's transaction key, the new one.
-- Index: change_transaction, feature_pkey.
with gone as (
  delete from vigie.feature f
   using vigie.change c
   where c.transaction = ? and c.operation = 'INSERT'
     and f.layer = c.layer and f.id = c.id and /*content of f*/ is not distinct from /*content of c*/
  returning f.*)
insert into vigie.change
  (transaction, operation, id, layer, geom, classification, compartments, version, recorded_at)
select ?, 'DELETE', id, layer, geom, classification, compartments, version + 1, now()
  from gone
