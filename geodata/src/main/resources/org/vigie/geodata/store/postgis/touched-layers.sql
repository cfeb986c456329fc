-- Purpose: layers in which something that is or was the caller's to see was touched after a position; the
--   policy on vigie.latest leaves him the marks and places that are his. Parameter: number of the position.
-- Index: none for vigie.latest, which has one row for each combination of marks and box.
select distinct layer from vigie.latest where number > ?
