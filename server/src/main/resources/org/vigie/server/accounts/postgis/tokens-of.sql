-- Purpose: the tokens of an account, newest first. Parameters: user name. Index: api_token_username.
select id as token_id, username, name as token_name, writes, layers as token_layers, roles as token_roles,
  created_at, expires_at, last_used_at, revoked_at
from vigie.api_token where username = ? order by created_at desc, id
