-- Purpose: forgets a few of this sender's that nobody will repeat any more; skips what another
--   request is forgetting. Index: submission_received.
select vigie.forget_submissions()
