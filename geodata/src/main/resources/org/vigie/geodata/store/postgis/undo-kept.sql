-- Purpose: how many features of a load are no longer as it left them and will stay. Parameter: its
--   transaction key.
-- Index: change_transaction, feature_pkey.
select count(*)
  from vigie.change c
  join vigie.feature f on f.layer = c.layer and f.id = c.id
 where c.transaction = ? and /*content of f*/ is distinct from /*content of c*/
