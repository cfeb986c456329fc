-- Purpose: the bulk loads, newest first, and whether they were taken back since.
-- Index: none; there is one row a write and the loads are few.
select r.batch, r.layer, r.title, r.author, r.committed_at, r.inserted, r.updated, r.unchanged,
       r.repeated,
       exists (select from vigie.revision u where u.undoes = r.batch)
  from vigie.revision r
 where r.batch is not null
 order by r.number desc
