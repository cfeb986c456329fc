-- Purpose: every change committed after a position, in commit order, each with the version before.
--   Parameter: number of the last revision the reader has seen.
-- Index: revision_pkey for the revisions, change_transaction for their changes, change_pkey for the
--   version before.
select f.operation, r.number, r.author, r.committed_at, coalesce(l.title, r.title), f.layer, b.id is not null, /*columns*/, /*before*/
  from vigie.revision r
  join vigie.change f on f.transaction = r.transaction
  left join vigie.load l on l.transaction = f.transaction
  left join vigie.change b on b.layer = f.layer and b.id = f.id and b.version = f.version - 1
 where r.number > ?
 order by r.number, f.sequence
