-- Purpose: what was decided about an account, newest first. Parameters: user name.
-- Index: account_log_username.
select at, by_whom, username, what from vigie.account_log where username = ? order by number desc limit 1000
