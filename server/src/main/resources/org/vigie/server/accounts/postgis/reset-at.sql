-- Purpose: when an account got a one-time password that is still due to be changed. Parameters: user name.
-- Index: account_pkey.
select changed_at from vigie.account where username = ? and must_change_password
