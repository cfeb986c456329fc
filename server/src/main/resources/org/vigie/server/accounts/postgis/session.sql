-- Purpose: a session with its account as it is now. Parameters: digest of the id.
-- Index: session_pkey, account_pkey.
select s.started_at, s.last_used_at, a.username, a.title, a.roles, a.clearance, a.compartments,
  st_asbinary(a.area) as area, a.disabled, a.must_change_password, a.oidc_subject
from vigie.session s join vigie.account a using (username)
where s.digest = ?
