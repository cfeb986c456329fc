-- Purpose: a digest of each row of the log, in the order of revisions and within one in the order in which
--   vigie.digest_changes packs them; what no revision knows comes last, as revision 2^63 - 1. The same
--   expressions as vigie.leaves (R__audit.sql), which this must not call.
--   Parameters: first and last revision.
-- Index: change_transaction for a range; over everything it reads and sorts the digests.
select coalesce(r.number, 9223372036854775807) as number, leaf.tab, leaf.id, leaf.version, leaf.digest
  from (
    select c.transaction, 'C' as tab, c.id, c.version, sha256(convert_to(row(
             c.sequence, c.transaction, c.operation, c.id, c.layer, c.geom,
             extract(epoch from c.valid_from), extract(epoch from c.valid_to),
             c.time_precision, c.location_class, encode(float8send(c.radius_m), 'hex'),
             c.classification, c.source_system, c.source_id, c.batch, c.original, c.properties,
             c.version, extract(epoch from c.recorded_at))::text || coalesce(c.compartments::text, ''), 'UTF8')) as digest
      from vigie.change c where c.layer <> '*canary*'
    union all
    select l.transaction, 'L', l.id, 0, sha256(convert_to(row(
             l.id, l.type, l.from_layer, l.from_id, l.to_layer, l.to_id, l.transaction)::text, 'UTF8'))
      from vigie.link l
    union all
    select e.transaction, 'E', e.link, 0, sha256(convert_to(row(e.link, e.transaction)::text, 'UTF8'))
      from vigie.link_end e
    union all
    select p.transaction, case p.protection when 'SOURCE_IDENTITY' then 'P' else 'N' end, p.id, p.version,
           sha256(convert_to(row(
             p.id, p.layer, p.version, p.protection, p.properties, p.transaction)::text, 'UTF8'))
      from vigie.protected_value p
    union all
    select w.transaction, 'W', w.id, w.version, sha256(convert_to(row(
             w.id, w.layer, w.version, w.transaction)::text, 'UTF8'))
      from vigie.place_withheld w) leaf
  left join vigie.revision r on r.transaction = leaf.transaction
 where coalesce(r.number, 9223372036854775807) between ? and ?
 order by 1, leaf.tab collate "C", leaf.id, leaf.version
