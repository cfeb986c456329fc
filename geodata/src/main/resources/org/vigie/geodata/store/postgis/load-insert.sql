-- Purpose: stores the new features. Parameters: layer, batch.
-- Index: feature_source refuses an identity that another writer stored meanwhile.
insert into vigie.feature
  (id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   source_system, source_id, batch, original, properties, version, recorded_at)
select id, ?, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   source_system, source_id, ?, original, properties, 1, now()
  from vigie_load
