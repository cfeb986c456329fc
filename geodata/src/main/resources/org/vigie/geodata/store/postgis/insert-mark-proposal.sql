-- Purpose: one proposal. Parameters: id, layer, feature, marks of now, marks that are wished for, reason,
--   proposer.
-- Index: mark_proposal_waiting keeps it to one that waits for each feature.
insert into vigie.mark_proposal
  (id, layer, feature, from_classification, from_compartments, to_classification, to_compartments, reason, proposer)
values (?, ?, ?, ?, ?, ?, ?, ?, ?)
