-- Purpose: keeps the protected properties that a load brought for features it replaced. Parameters:
--   transaction key, layer. The stage still holds them: they are matched by identity.
-- Index: change_transaction; protected_value_pkey for what is known.
insert into vigie.protected_value (layer, id, version, protection, properties, transaction)
select c.layer, c.id, c.version, p.key, p.value, c.transaction
  from vigie.change c
  join vigie_load l on l.source_id = c.source_id and l.source_system = c.source_system
 cross join jsonb_each(l.protected) p
 where c.transaction = ? and c.layer = ? and c.operation = 'UPDATE' and l.protected <> '{}'
   and not vigie.protected_at(c.layer, c.id, c.version) @> jsonb_build_object(p.key, p.value)
