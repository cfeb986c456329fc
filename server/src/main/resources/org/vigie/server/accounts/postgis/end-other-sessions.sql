-- Purpose: signs an account out everywhere but in one session. Parameters: user name, digest of that one.
-- Index: session_username.
delete from vigie.session where username = ? and digest <> ?
