-- Purpose: the sessions that are there of those that somebody listens with, with their accounts as they are now.
--   Parameters: digests of the ids.
-- Index: session_pkey, account_pkey.
select encode(s.digest, 'hex') as digest, s.started_at, s.last_used_at, a.username, a.title, a.roles, a.clearance,
  a.compartments, st_asbinary(a.area) as area, a.disabled, a.must_change_password, a.oidc_subject
from vigie.session s join vigie.account a using (username)
where s.digest = any (?)
