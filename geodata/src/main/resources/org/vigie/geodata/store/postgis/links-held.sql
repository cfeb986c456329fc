-- Purpose: the links of a feature that hold, as the writing transaction sees them. Parameters: layer,
--   id, layer, id.
-- Index: link_from, link_to, link_end_pkey.
select l.type, l.from_layer, l.from_id, l.to_layer, l.to_id
  from vigie.link l
 where ((l.from_layer = ? and l.from_id = ?) or (l.to_layer = ? and l.to_id = ?))
   and not exists (select from vigie.link_end e where e.link = l.id)
