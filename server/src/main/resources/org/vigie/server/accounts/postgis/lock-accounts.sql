-- Purpose: lets one change of accounts at a time see all of them, until its transaction ends. Index: none.
select pg_advisory_xact_lock(hashtextextended('vigie.account', 0))
