-- Purpose: what the password of an account is compared with. Parameters: user name. Index: account_pkey.
select password_hash from vigie.account where username = ?
