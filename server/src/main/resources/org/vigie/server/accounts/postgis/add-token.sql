-- Purpose: a new API token. Index: none. Parameters: id, digest, user name, name, writes, layers or null,
--   roles or null, created, expires.
insert into vigie.api_token (id, digest, username, name, writes, layers, roles, created_at, expires_at)
values (?, ?, ?, ?, ?, ?, ?, ?, ?)
