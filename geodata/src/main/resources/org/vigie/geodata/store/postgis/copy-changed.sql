-- Purpose: the features that were written after a position, once each, in their current version; without one when
--   they are deleted. Parameters: names of properties that the copy has no use for, number of the last revision seen.
-- Index: revision_pkey, change_transaction, feature_pkey.
select w.layer, w.id, f.id is not null, /*columns*/
  from (select distinct c.layer, c.id
          from vigie.revision r
          join vigie.change c on c.transaction = r.transaction
         where r.number > ?) w
  left join vigie.feature f on f.id = w.id and f.layer = w.layer
