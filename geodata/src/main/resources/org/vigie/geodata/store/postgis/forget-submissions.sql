-- Purpose: forgets a few of this sender's that nobody will repeat any more; skips what another
--   request is forgetting. Index: submission_received.
delete from vigie.submission
 where (submitter, key) in (
   select submitter, key from vigie.submission
    where received_at < now() - interval '30 days' and submitter = ?
    order by received_at limit 20 for update skip locked)
