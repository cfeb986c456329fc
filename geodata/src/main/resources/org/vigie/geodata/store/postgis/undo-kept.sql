-- Purpose: how many features of a load were edited since and will stay. Parameter: its transaction key.
-- Index: change_transaction, feature_pkey.
select count(*)
  from vigie.change c
  join vigie.feature f on f.layer = c.layer and f.id = c.id
 where c.transaction = ? and f.version > c.version
