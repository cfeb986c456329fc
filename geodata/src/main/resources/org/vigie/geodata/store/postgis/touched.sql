-- Purpose: layers, marks and boxes of whole degrees that a transaction touched, as one document: of the
--   versions it made, of those they replaced, and of both ends of links it made or ended. A link counts
--   by the marks of both ends, since only who sees both sees it. Parameter: transaction key, four times.
-- Index: change_transaction; change_pkey for the versions before; link_transaction, link_end_transaction.
select coalesce(jsonb_agg(jsonb_build_object(
         'layer', layer, 'classification', classification, 'compartments', to_jsonb(compartments),
         'geom', box::text)), '[]')
  from (
    select layer, classification, compartments, vigie.whole_degrees(geom) as box
      from vigie.change
     where transaction = ?
     group by 1, 2, 3, 4
    union
    select b.layer, b.classification, b.compartments, vigie.whole_degrees(b.geom)
      from vigie.change c
      join vigie.change b on b.layer = c.layer and b.id = c.id and b.version = c.version - 1
     where c.transaction = ? and c.operation <> 'INSERT'
     group by 1, 2, 3, 4
    union
    select f.layer, vigie.higher(f.classification, o.classification),
           vigie.joined(f.compartments, o.compartments), vigie.whole_degrees(f.geom)
      from (select l.* from vigie.link l where l.transaction = ?
            union all
            select l.* from vigie.link_end e join vigie.link l on l.id = e.link where e.transaction = ?) l
      cross join lateral (values (l.from_id, l.from_layer, l.to_id, l.to_layer),
                                 (l.to_id, l.to_layer, l.from_id, l.from_layer))
            as ends(id, layer, other, other_layer)
      join vigie.feature f on f.id = ends.id and f.layer = ends.layer
      join vigie.feature o on o.id = ends.other and o.layer = ends.other_layer) touched
