-- Purpose: the changes committed before a moment, newest first, each with the version before.
--   Parameters: the moment, the layers' names, how many at most.
-- Index: revision_pkey in its order (few revisions, committed in the order of their numbers), change_transaction for
--   their changes, change_pkey for the version before.
select f.operation, r.number, r.author, r.committed_at, coalesce(l.title, r.title), f.layer, b.id is not null, /*columns*/, /*before*/
  from vigie.revision r
  join vigie.change f on f.transaction = r.transaction
  left join vigie.load l on l.transaction = f.transaction
  left join vigie.change b on b.layer = f.layer and b.id = f.id and b.version = f.version - 1
 where r.committed_at < ?
   and f.layer = any (?)
 order by r.number desc, f.sequence desc
 limit ?
