-- Purpose: keeps title and figures of an import with the highest marks of its rows and the box around
--   them. Parameters: batch, author, layer, title, four counts, transaction key.
-- Index: change_transaction.
insert into vigie.load
  (batch, transaction, author, layer, title, inserted, updated, unchanged, repeated, classification,
   compartments, geom)
select load.batch, load.transaction, load.author, load.layer, load.title, load.inserted, load.updated,
       load.unchanged, load.repeated,
       case when bool_or(c.classification = 'STRICTLY_CONFIDENTIAL') then 'STRICTLY_CONFIDENTIAL'
            when bool_or(c.classification = 'CONFIDENTIAL') then 'CONFIDENTIAL'
            else 'UNCLASSIFIED' end,
       (select array_agg(distinct code order by code)
          from vigie.change m, unnest(m.compartments) as u(code)
         where m.transaction = load.transaction and m.compartments is not null),
       st_setsrid(st_extent(c.geom)::geometry, 4326)
  from (values (?::uuid, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint))
       as load(batch, author, layer, title, inserted, updated, unchanged, repeated, transaction)
  left join vigie.change c on c.transaction = load.transaction
 group by 1, 2, 3, 4, 5, 6, 7, 8, 9
