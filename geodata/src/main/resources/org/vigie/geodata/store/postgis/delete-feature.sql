-- Purpose: deletes the version the caller saw and logs that it is gone; touches no row when another
--   version is current. Parameters: layer, id, expected version, transaction key.
-- Index: feature_pkey.
with gone as (
  delete from vigie.feature where layer = ? and id = ? and version = ?
  returning *)
insert into vigie.change
  (transaction, operation, id, layer, geom, classification, compartments, version, recorded_at)
select ?, 'DELETE', id, layer, geom, classification, compartments, version + 1, (select vigie.recorded(clock_timestamp()))
  from gone
