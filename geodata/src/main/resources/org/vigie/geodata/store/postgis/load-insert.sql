-- Purpose: stores the new features. Parameters: layer, batch.
-- Index: none is read; load-lock keeps other writers of the same identities away.
insert into vigie.feature
  (id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at)
select id, ?, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, ?, original, properties, 1, (select vigie.recorded(now()))
  from vigie_load
