-- Purpose: brings the position of everybody who may see something of a transaction to its revision.
--   Parameters: the revision's number, the document made by touched.sql.
-- Runs under the revision lock, so no two transactions meet on a row.
-- Index: the unique constraint of vigie.latest.
insert into vigie.latest (layer, classification, compartments, geom, number)
select t.layer, t.classification, t.compartments, t.geom::geometry, ?
  from jsonb_to_recordset(?::jsonb)
       as t(layer text, classification text, compartments text[], geom text)
 order by 1, 2, 3, 4
    on conflict (layer, classification, compartments, geom) do update set number = excluded.number
