-- Purpose: the proposals to mark something lower that wait for a second person, oldest first.
-- Index: mark_proposal_waiting.
select id, layer, feature, from_classification, from_compartments, to_classification, to_compartments,
       reason, proposer, proposed_at
  from vigie.mark_proposal
 where decision is null
 order by proposed_at, id
