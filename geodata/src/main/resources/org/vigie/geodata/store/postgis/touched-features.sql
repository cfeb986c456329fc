-- Purpose: of the features touched after one position and up to another, those that the caller sees now. The first
--   column, of every row, says how many changes he sees, at most the limit.
--   Parameters: the two positions, how many changes to look at.
-- Index: revision_pkey for the revisions, change_transaction for their changes, feature_pkey for the features.
with touched as materialized (
  select c.layer, c.id
    from vigie.revision r join vigie.change c on c.transaction = r.transaction
   where r.number > ? and r.number <= ?
   limit ?)
select (select count(*) from touched), f.layer, f.id, f.version,
       st_xmin(f.geom), st_ymin(f.geom), st_xmax(f.geom), st_ymax(f.geom)
  from (select distinct layer, id from touched) t
  left join vigie.feature f on f.id = t.id and f.layer = t.layer
