-- Purpose: stores a new feature and logs it. Parameters: the feature in the order of the columns,
--   then the transaction key.
-- Index: feature_pkey refuses an id that is there already; insert-lock and identity come before.
with stored as (
  insert into vigie.feature
    (id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
     compartments, source_system, source_id, batch, original, properties, version, recorded_at)
  values
    (?, ?, st_geomfromewkb(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, 1,
     (select vigie.recorded(clock_timestamp())))
  returning *)
insert into vigie.change as f
  (transaction, operation,
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at)
select ?, 'INSERT',
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at
  from stored
returning
