-- Purpose: hides the versions before this one, whose place was finer. Parameters: layer, id, version,
--   transaction key.
-- Index: place_withheld_pkey.
insert into vigie.place_withheld (layer, id, version, transaction) values (?, ?, ?, ?)
