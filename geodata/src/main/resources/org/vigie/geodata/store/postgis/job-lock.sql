-- Purpose: one request at a time of an owner counts his jobs. Index: none.
select pg_advisory_xact_lock(95010726, hashtext(?))
