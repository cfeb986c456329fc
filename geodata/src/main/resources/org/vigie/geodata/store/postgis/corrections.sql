-- Purpose: the features of a layer that were corrected and what corrects them, as far as the caller sees both;
--   of several corrections of one the last comes last. Parameter: layer.
-- Index: link_end_pkey, revision_transaction_key, feature_pkey; corrections are few beside reports.
select l.to_id, l.from_layer, l.from_id
  from vigie.link l
  join vigie.revision made on made.transaction = l.transaction
 where l.type = 'corrects' and l.to_layer = ?
   and not exists (select from vigie.link_end e where e.link = l.id)
   and exists (select from vigie.feature f where f.id = l.from_id and f.layer = l.from_layer)
 order by made.number
