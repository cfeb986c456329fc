-- Purpose: signs an account out everywhere. Parameters: user name. Index: session_username.
delete from vigie.session where username = ?
