-- Purpose: a token is being used. Parameters: when, id. Index: api_token_pkey.
update vigie.api_token set last_used_at = ? where id = ?
