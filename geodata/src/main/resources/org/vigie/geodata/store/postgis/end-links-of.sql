-- Purpose: takes every link of a feature back that still holds, when the feature goes. Parameters:
--   transaction key, layer, id, layer, id.
-- Index: link_from, link_to, link_end_pkey.
insert into vigie.link_end (link, transaction)
select l.id, ? from vigie.link l
 where (l.from_layer = ? and l.from_id = ?) or (l.to_layer = ? and l.to_id = ?)
on conflict (link) do nothing
