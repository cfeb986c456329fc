-- Purpose: tokens that somebody listens with, with their accounts as they are now. Parameters: their ids.
-- Index: api_token_pkey, account_pkey.
select t.id as token_id, t.name as token_name, t.writes, t.layers as token_layers, t.roles as token_roles,
  t.created_at, t.expires_at, t.last_used_at, t.revoked_at, a.username, a.title, a.roles, a.clearance,
  a.compartments, st_asbinary(a.area) as area, a.disabled, a.must_change_password, a.oidc_subject
from vigie.api_token t join vigie.account a using (username)
where t.id = any (?)
