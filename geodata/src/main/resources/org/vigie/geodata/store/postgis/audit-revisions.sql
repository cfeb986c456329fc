-- Purpose: revisions in their order with the digest of their changes, and whether the chain has them.
--   Parameters: first and last number. Index: revision_pkey, change_digest_pkey, audit_revision_key.
select r.number, r.transaction, d.digest, a.number is not null as chained
  from vigie.revision r
  left join vigie.change_digest d on d.transaction = r.transaction
  left join vigie.audit a on a.revision = r.number
 where r.number between ? and ?
 order by r.number
