-- Purpose: replaces the version the caller edited and logs the new one; touches no row when another
--   version is current. Parameters: the feature in the order of the columns behind id and layer, then
--   layer, id, expected version, transaction key.
-- Index: feature_pkey.
with stored as (
  update vigie.feature
     set geom = st_geomfromewkb(?), valid_from = ?, valid_to = ?, time_precision = ?,
         location_class = ?, radius_m = ?, classification = ?, compartments = ?, source_system = ?, source_id = ?,
         batch = ?, original = ?::jsonb, properties = ?::jsonb,
         version = version + 1, recorded_at = (select vigie.recorded(clock_timestamp()))
   where layer = ? and id = ? and version = ?
  returning *)
insert into vigie.change as f
  (transaction, operation,
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at)
select ?, 'UPDATE',
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at
  from stored
returning
