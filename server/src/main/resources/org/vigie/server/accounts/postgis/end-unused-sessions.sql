-- Purpose: clears away sessions that have ended by themselves. Parameters: limit. Index: session_last_used.
delete from vigie.session where last_used_at < ?
