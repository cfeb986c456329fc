-- Purpose: hides the older versions of what a load generalises now and had a finer place before.
--   Parameters: transaction key, layer, deciding properties, protected codes.
-- Index: change_transaction, change_pkey for the version before.
insert into vigie.place_withheld (layer, id, version, transaction)
select c.layer, c.id, c.version, c.transaction
  from vigie.change c
  join vigie_load l on l.source_id = c.source_id and l.source_system = c.source_system
  join vigie.change b on b.layer = c.layer and b.id = c.id and b.version = c.version - 1
 where c.transaction = ? and c.layer = ? and c.operation = 'UPDATE' and l.withheld
   and not exists (
     select from unnest(?::text[]) as by (name)
      where case jsonb_typeof(b.properties -> by.name)
              when 'array' then jsonb_exists_any(b.properties -> by.name, ?::text[])
              else jsonb_exists_any(jsonb_build_array(b.properties -> by.name), ?::text[]) end)
