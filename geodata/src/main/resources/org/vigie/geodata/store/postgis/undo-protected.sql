-- Purpose: puts the protected properties of what a load replaced back, as far as the caller may see them.
--   Parameters: the load's transaction key twice, the new one.
-- Index: change_transaction, protected_value_pkey.
insert into vigie.protected_value (layer, id, version, protection, properties, transaction)
select u.layer, u.id, u.version, p.protection,
       coalesce(vigie.protected_at(c.layer, c.id, c.version - 1) -> p.protection, '{}'), u.transaction
  from vigie.change u
  join vigie.change c on c.layer = u.layer and c.id = u.id and c.transaction = ? and c.operation = 'UPDATE'
  join vigie.protected_value p on p.id = c.id and p.layer = c.layer and p.transaction = ?
 where u.transaction = ? and u.operation = 'UPDATE'
