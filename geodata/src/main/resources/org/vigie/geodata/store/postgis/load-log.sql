-- Purpose: logs the new features, straight from the stage: they are there as they were stored, and
--   reading them once more is cheaper than carrying a million rows from one statement part to the next.
--   Parameters: transaction key, layer, batch.
insert into vigie.change
  (transaction, operation,
   id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, batch, original, properties, version, recorded_at)
select ?, 'INSERT',
   id, ?, geom, valid_from, valid_to, time_precision, location_class, radius_m, classification,
   compartments, source_system, source_id, ?, original, properties, 1, (select vigie.recorded(now()))
  from vigie_load
