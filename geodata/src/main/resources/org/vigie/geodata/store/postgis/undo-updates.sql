-- Purpose: puts back what a load replaced, as a new version, unless it is no longer as the load left it, and logs it.
--   Parameters: the load's transaction key, the new one.
-- Index: change_transaction, change_pkey for the version before, feature_pkey.
with stored as (
  update vigie.feature f
     set geom = b.geom, valid_from = b.valid_from, valid_to = b.valid_to,
         time_precision = b.time_precision, location_class = b.location_class,
         radius_m = b.radius_m, classification = vigie.higher(b.classification, f.classification),
         compartments = vigie.joined(b.compartments, f.compartments), source_system = b.source_system,
         source_id = b.source_id, batch = b.batch, original = b.original,
         properties = b.properties, version = f.version + 1, recorded_at = now()
    from vigie.change c
    join vigie.change b on b.layer = c.layer and b.id = c.id and b.version = c.version - 1
   where c.transaction = ? and c.operation = 'UPDATE'
     and f.layer = c.layer and f.id = c.id and /*content of f*/ is not distinct from /*content of c*/
  returning f.*)
insert into vigie.change
  (transaction, operation,
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at)
select ?, 'UPDATE',
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at
  from stored
