-- Purpose: the sessions of an account that have not ended, the last used first. Parameters: digest of the one
-- that asks, user name, neither last used nor started before. Index: session_username.
select digest = ? as present, started_at, last_used_at, address, browser
from vigie.session where username = ? and last_used_at > ? and started_at > ?
order by last_used_at desc, started_at desc limit 1000
