-- Purpose: the same password hashed at a higher cost; touches no row when another password was set
--   meanwhile. Parameters: new hash, user name, old hash. Index: account_pkey.
update vigie.account set password_hash = ? where username = ? and password_hash = ?
