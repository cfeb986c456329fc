-- Purpose: a new password. Parameters: hash, must change it, changed, user name. Index: account_pkey.
update vigie.account set password_hash = ?, must_change_password = ?, changed_at = ? where username = ?
