-- Purpose: keeps the protected properties of the features that a load added. Parameters: layer,
--   transaction key.
-- Index: none; the stage is read once.
insert into vigie.protected_value (layer, id, version, protection, properties, transaction)
select ?, l.id, 1, p.key, p.value, ?
  from vigie_load l
 cross join jsonb_each(l.protected) p
 where l.protected <> '{}'
