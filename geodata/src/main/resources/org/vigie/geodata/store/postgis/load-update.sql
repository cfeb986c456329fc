-- Purpose: replaces the features that are known by identity and differ, and logs the new versions.
--   Parameters: batch, layer, transaction key.
-- Index: as load-match.
with stored as (
  update vigie.feature f
     set geom = l.geom, valid_from = l.valid_from, valid_to = l.valid_to,
         time_precision = l.time_precision, location_class = l.location_class,
         radius_m = l.radius_m, classification = vigie.higher(l.classification, f.classification),
         compartments = vigie.joined(l.compartments, f.compartments), batch = ?,
         original = coalesce(nullif(l.original, '[]'), f.original), properties = /*properties of l over f*/,
         version = f.version + 1, recorded_at = now()
    from vigie_load l
   where /*match*/
     and /*news*/
  returning f.*)
insert into vigie.change
  (transaction, operation,
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at)
select ?, 'UPDATE',
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at
  from stored
