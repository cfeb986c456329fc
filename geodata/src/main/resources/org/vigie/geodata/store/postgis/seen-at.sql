-- Purpose: of the features touched after one position and up to another, those that the caller saw at the first, as
--   they were then. The first column, of every row, says how many changes there are, at most the limit.
--   Parameters: the two positions, how many changes to look at.
-- Index: in vigie.seen_at, which applies the caller's rights to versions that lie behind later marks.
select touched, layer, id, version, st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)
  from vigie.seen_at(?, ?, ?)
