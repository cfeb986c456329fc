-- Purpose: a snapshot is kept, unless its reference is taken, also by one that the caller may not see.
--   Parameters: its columns in their order; the box as west, south, east, north where there is one.
-- Index: snapshot_ref_key.
insert into vigie.snapshot (id, ref, title, note, view, sequence, known_at, classification, compartments, layers, author, area)
values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?::text[], '{}'), ?, ?, /*box*/)
on conflict (ref) do nothing
