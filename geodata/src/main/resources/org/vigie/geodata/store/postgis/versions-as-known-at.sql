-- Purpose: the versions that were current at a moment, as the row f, so that the conditions of a query
--   follow with "and" exactly as they do over vigie.feature. A version was current if it was committed
--   by then, is not a deletion, and no later version of the feature was committed by then.
-- Indexes: the conditions that follow choose the versions of the layer's partition; change_pkey
--   (id, version) finds the later version; revision is joined whole.
 from vigie.change f
 join vigie.revision r on r.transaction = f.transaction
where f.layer = ?
  and r.committed_at <= ?
  and f.operation <> 'DELETE'
  and not exists (
    select from vigie.change n
      join vigie.revision nr on nr.transaction = n.transaction
     where n.id = f.id and n.layer = f.layer and n.version > f.version
       and nr.committed_at <= ?)
