-- Purpose: signs out. Parameters: digest of the id. Index: session_pkey.
delete from vigie.session where digest = ?
