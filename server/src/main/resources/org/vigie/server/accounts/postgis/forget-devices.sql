-- Purpose: forgets browsers that nobody has signed in from for long, and an account's beyond a number, the
-- longest unused first. Parameters: unused since, user name, how many stay. Index: known_device_username; the
-- whole table, which holds some for each account, for those of others.
delete from vigie.known_device where last_used_at < ? or digest in (
  select digest from vigie.known_device where username = ? order by last_used_at desc, digest offset ?)
