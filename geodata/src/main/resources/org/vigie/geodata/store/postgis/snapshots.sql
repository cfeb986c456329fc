-- Purpose: snapshots that the caller may see, the newest first, without those that were withdrawn. Parameter: how many.
-- Index: none; a mission has some thousands.
select s.id, s.ref, s.title, s.note, s.view, s.sequence, s.known_at, s.classification, s.compartments, s.layers, s.author,
       s.created_at, w.author as withdrawn_by, w.at as withdrawn_at
  from vigie.snapshot s
  left join vigie.snapshot_end w on w.snapshot = s.id
 where w.snapshot is null
 order by s.created_at desc, s.ref
 limit ?
