-- Purpose: every API token, newest first. Parameters: none. Index: none; a mission has hundreds.
select id as token_id, username, name as token_name, writes, layers as token_layers, roles as token_roles,
  created_at, expires_at, last_used_at, revoked_at
from vigie.api_token order by created_at desc, id limit 10000
