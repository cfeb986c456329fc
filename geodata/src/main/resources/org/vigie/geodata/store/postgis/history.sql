-- Purpose: every version of one feature, oldest first. Parameters: layer, id.
-- Index: change_pkey (id, version); revision_transaction_key.
select f.operation, r.number, r.author, r.committed_at, coalesce(l.title, r.title), /*columns*/
  from vigie.change f
  join vigie.revision r on r.transaction = f.transaction
  left join vigie.load l on l.transaction = f.transaction
 where f.layer = ? and f.id = ?
 order by f.version
