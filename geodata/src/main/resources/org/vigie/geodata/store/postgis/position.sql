-- Purpose: the last revision that touched something the caller may see; the policy on vigie.latest leaves
--   him the marks and places that are his.
-- Index: none for vigie.latest, which has one row for each combination of marks and box; revision_pkey.
select number, committed_at
  from vigie.revision
 where number = (select max(number) from vigie.latest)
