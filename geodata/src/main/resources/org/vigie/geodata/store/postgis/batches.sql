-- Purpose: the bulk loads that the caller made or may see every row of, newest first, and whether they
--   were taken back since.
-- Index: none; the loads are few.
select l.batch, l.layer, l.title, l.author, r.committed_at, l.inserted, l.updated, l.unchanged,
       l.repeated,
       exists (select from vigie.revision u where u.undoes = l.batch)
  from vigie.load l
  join vigie.revision r on r.batch = l.batch
 order by r.number desc
