-- Purpose: ends a token; touches no row when it is revoked already. Parameters: when, id. Index: api_token_pkey.
update vigie.api_token set revoked_at = ? where id = ? and revoked_at is null
