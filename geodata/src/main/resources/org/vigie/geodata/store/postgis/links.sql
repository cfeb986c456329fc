-- Purpose: the links of one feature, oldest first, with who made and who ended them, and whether both
--   ends are there today. Parameters: layer, id, layer, id.
-- Index: link_from, link_to; revision_transaction_key; feature_pkey.
select l.id, l.type, l.from_layer, l.from_id, l.to_layer, l.to_id, made.author, made.committed_at,
       ended.author, ended.committed_at,
       exists (select from vigie.feature f where f.id = l.from_id and f.layer = l.from_layer)
         and exists (select from vigie.feature f where f.id = l.to_id and f.layer = l.to_layer)
  from vigie.link l
  join vigie.revision made on made.transaction = l.transaction
  left join vigie.link_end e on e.link = l.id
  left join vigie.revision ended on ended.transaction = e.transaction
 where (l.from_layer = ? and l.from_id = ?) or (l.to_layer = ? and l.to_id = ?)
 order by made.number, l.id
