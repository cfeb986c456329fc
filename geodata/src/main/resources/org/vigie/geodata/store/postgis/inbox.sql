-- Purpose: what waits: features of a layer in a state that has a target, since they came into it, and
--   reports that are neither linked to anything nor corrected. Parameters: states and their targets in
--   seconds, initial state, layer, target of a report, layer of reports.
-- Index: feature partition of the layer by its state index; change_pkey (id, version) for the log of
--   each; link_from and link_to for the reports.
with waiting as (
  select f.id, f.layer, /*state of f*/ as queue, /*severity*/ as severity, f.valid_from, t.target,
         case when f.version = 1 then f.recorded_at else
           (select coalesce(min(c.recorded_at), f.recorded_at) from vigie.change c
             where c.id = f.id and c.layer = f.layer and c.operation <> 'DELETE'
               and c.version > coalesce(
                 (select max(p.version) from vigie.change p
                   where p.id = f.id and p.layer = f.layer
                     and (p.operation = 'DELETE' or /*state of p*/ <> /*state of f*/)), 0)) end as since
    from unnest(?::text[], ?::float8[]) as t (state, target)
    join vigie.feature f on /*state of f*/ = t.state
   where f.layer = ?
  union all
  select f.id, f.layer,
         case when exists (
           select from vigie.link l
            where l.from_id = f.id and l.from_layer = f.layer and l.type = 'corrects'
              and not exists (select from vigie.link_end e where e.link = l.id))
         then 'CORRECTION' else 'REPORT' end,
         null, f.valid_from, ?::float8, f.recorded_at
    from vigie.feature f
   where f.layer = ?
     and not exists (
       select from vigie.link l
        where not exists (select from vigie.link_end e where e.link = l.id)
          and (l.from_id = f.id and l.from_layer = f.layer and l.type = 'reported_by'))
     and not exists (
       select from vigie.link l
        where not exists (select from vigie.link_end e where e.link = l.id)
          and (l.to_id = f.id and l.to_layer = f.layer and l.type = 'corrects')))
