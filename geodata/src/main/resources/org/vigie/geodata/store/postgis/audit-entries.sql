-- Purpose: the chain in its order, each entry with what its digest covers. Built-in functions alone, so
--   that nobody who replaced one of ours can hide behind it. Parameters: first and last number.
-- Index: audit_pkey, revision_pkey, change_digest_pkey; over everything it reads all three.
select a.number, a.digest, a.content, a.revision,
       sha256(convert_to(row(
         a.number, extract(epoch from a.at), a.kind, a.actor, a.subject, a.revision,
         encode(a.content, 'hex'))::text, 'UTF8')) as entry,
       sha256(convert_to(
         jsonb_strip_nulls(to_jsonb(r))::text || encode(d.digest, 'hex'), 'UTF8')) as revision_content,
       r.number is null as revision_gone
  from vigie.audit a
  left join vigie.revision r on r.number = a.revision
  left join vigie.change_digest d on d.transaction = r.transaction
 where a.number between ? and ?
 order by a.number
