-- Purpose: layers, marks and boxes that were touched after a position, each with the last write that did.
--   Parameter: number of the last revision seen.
-- Index: none for vigie.latest, which has one row for each combination; revision_pkey.
select l.layer, l.classification, l.compartments, st_asbinary(l.geom), r.number, r.committed_at
  from vigie.latest l
  join vigie.revision r on r.number = l.number
 where l.number > ?
