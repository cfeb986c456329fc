-- Purpose: a known browser was signed in from again. Parameters: when, digest. Index: known_device_pkey.
update vigie.known_device set last_used_at = ? where digest = ?
