-- Purpose: a session is being used. Parameters: when, digest of the id. Index: session_pkey.
update vigie.session set last_used_at = greatest(last_used_at, ?) where digest = ?
