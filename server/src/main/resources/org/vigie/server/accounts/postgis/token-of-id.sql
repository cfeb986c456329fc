-- Purpose: one token. Parameters: id. Index: api_token_pkey.
select id as token_id, username, name as token_name, writes, layers as token_layers, roles as token_roles,
  created_at, expires_at, last_used_at, revoked_at
from vigie.api_token where id = ?
