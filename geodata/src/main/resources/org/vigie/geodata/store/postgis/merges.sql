-- Purpose: merges and splits with who made them and whether they were undone, newest first.
--   Parameters: those of the condition put in for "which".
-- Index: merge_pkey or merge_features; merge_end_pkey; revision_transaction_key.
select m.id, m.kind, m.layer, m.subject, m.features, m.versions, m.links_made, m.links_ended,
       r.author, r.committed_at, e.merge is not null
  from vigie.merge m
  join vigie.revision r on r.transaction = m.transaction
  left join vigie.merge_end e on e.merge = m.id
 where /*which*/
 order by r.number desc
