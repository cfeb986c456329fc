-- Purpose: condition that a staged feature l brings something new to the stored feature f: it differs from
--   it, and from what the last load brought (unless that was taken back). So an edit made by hand stays
--   when the same file is imported again, and gives way when the file was corrected.
-- Index: change_pkey for the versions of the feature; asked only for those that differ.
(/*content of l over f*/ is distinct from /*content of f*/
 or l.protected <> '{}' and not vigie.protected_at(f.layer, f.id, f.version) @> l.protected)
and not exists (
  select from (
    select c.*
      from vigie.change c
      join vigie.revision r on r.transaction = c.transaction
     where c.layer = f.layer and c.id = f.id and c.operation <> 'DELETE' and r.batch is not null
       and not exists (select from vigie.revision u where u.undoes = r.batch)
     order by c.version desc
     limit 1) last
  where /*content of l over last*/ is not distinct from /*content of last*/
    and (l.protected = '{}' or vigie.protected_at(last.layer, last.id, last.version) @> l.protected))
