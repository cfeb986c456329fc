-- Purpose: settles a proposal that waits; touches no row when it does not wait or is not seen.
--   Parameters: APPROVED or REJECTED, who, id.
-- Index: mark_proposal_pkey.
update vigie.mark_proposal
   set decision = ?, decided_by = ?, decided_at = clock_timestamp(), decided_in = pg_current_xact_id()
 where id = ? and decision is null
