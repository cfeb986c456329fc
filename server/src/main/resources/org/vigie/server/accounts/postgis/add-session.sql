-- Purpose: somebody has signed in. Parameters: digest of the id, user name, started, last used, address,
-- browser. Index: none.
insert into vigie.session (digest, username, started_at, last_used_at, address, browser) values (?, ?, ?, ?, ?, ?)
