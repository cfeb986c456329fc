-- Purpose: how many of the rows that only the cleared may see are visible now. Index: pruned to the
--   partitions of the canary, one row each.
select (select count(*) from vigie.feature where layer = '*canary*')
     + (select count(*) from vigie.change where layer = '*canary*')
