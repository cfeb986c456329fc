-- Purpose: a snapshot that the caller may see, withdrawn or not. Parameter: its reference. Index: snapshot_ref_key.
select s.id, s.ref, s.title, s.note, s.view, s.sequence, s.known_at, s.classification, s.compartments, s.layers, s.author,
       s.created_at, w.author as withdrawn_by, w.at as withdrawn_at
  from vigie.snapshot s
  left join vigie.snapshot_end w on w.snapshot = s.id
 where s.ref = ?
