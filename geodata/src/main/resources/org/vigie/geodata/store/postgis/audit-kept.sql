-- Purpose: imports, merges, their undoing, photographs and snapshots that are not as they entered the chain: changed, added or
--   taken away. The same expressions as vigie.kept_digest (R__audit.sql), which this must not call.
-- Index: none; reads the six tables whole, photographs with their content.
with kept as (
  select 'load' as kind, l.batch as id, sha256(convert_to(
         row(l.batch, l.transaction, l.author, l.layer, l.title, l.inserted, l.updated,
           l.unchanged, l.repeated)::text, 'UTF8')) as content
    from vigie.load l
  union all
  select 'merge' as kind, m.id as id, sha256(convert_to(
         row(m.id, m.kind, m.layer, m.subject, m.features, m.versions, m.links_made,
           m.links_ended, m.transaction)::text, 'UTF8')) as content
    from vigie.merge m
  union all
  select 'merge-end' as kind, e.merge as id, sha256(convert_to(
         row(e.merge, e.transaction)::text, 'UTF8')) as content
    from vigie.merge_end e
  union all
  select 'attachment' as kind, p.id as id, sha256(convert_to(
         row(p.id, p.layer, p.feature, p.name, p.media_type, p.width, p.height,
           encode(p.sha256, 'hex'), encode(sha256(p.content), 'hex'), encode(sha256(p.thumbnail), 'hex'),
           p.author, extract(epoch from p.recorded_at))::text, 'UTF8')) as content
    from vigie.attachment p
  union all
  select 'snapshot' as kind, s.id as id, sha256(convert_to(
         row(s.id, s.ref, s.title, s.note, s.view, s.sequence, extract(epoch from s.known_at), s.classification,
           s.compartments, s.layers, s.area, s.author, extract(epoch from s.created_at))::text, 'UTF8')) as content
    from vigie.snapshot s
  union all
  select 'snapshot-end' as kind, w.snapshot as id, sha256(convert_to(
         row(w.snapshot, w.author, extract(epoch from w.at))::text, 'UTF8')) as content
    from vigie.snapshot_end w
)
select replace(coalesce(k.kind, a.kind), '-', '_') as tab, '' as layer,
       coalesce(k.id, case when a.subject ~ '^[0-9a-f-]{36}$' then a.subject::uuid end) as id, 0 as version,
       case when a.number is null then 'is not in the audit'
            when k.id is null then 'is gone'
            else 'is not as it was written' end as what
  from kept k
  full join (
    select number, kind, subject, content from vigie.audit
     where kind in ('load', 'merge', 'merge-end', 'attachment', 'snapshot', 'snapshot-end')) a
    on a.kind = k.kind and a.subject = k.id::text
 where a.number is null or k.id is null or a.content is distinct from k.content
