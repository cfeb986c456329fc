-- Purpose: keeps the protected properties of a new version, unless they are as they were. Parameters:
--   layer, id, version, protection, document, transaction key, then id, layer, protection, document.
-- Index: protected_value_pkey, read backwards for the newest.
insert into vigie.protected_value (layer, id, version, protection, properties, transaction)
select ?, ?, ?, ?, ?::jsonb, ?
 where coalesce((select p.properties
                   from vigie.protected_value p
                  where p.id = ? and p.layer = ? and p.protection = ?
                  order by p.version desc
                  limit 1), '{}') is distinct from ?::jsonb
