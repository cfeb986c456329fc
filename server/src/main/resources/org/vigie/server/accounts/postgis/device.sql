-- Purpose: whether an account has signed in from a browser. Parameters: digest, user name.
-- Index: known_device_pkey.
select 1 from vigie.known_device where digest = ? and username = ?
