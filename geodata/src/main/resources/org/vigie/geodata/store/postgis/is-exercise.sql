-- Purpose: whether the log is empty, or was begun by an exercise and nothing in it is later than the exercise's end.
--   Parameters: author that begins exercises, end.
-- Index: revision_pkey, read from both ends.
select coalesce(
  (select author from vigie.revision order by number limit 1) = ?
    and (select committed_at from vigie.revision order by number desc limit 1) <= ?,
  true)
