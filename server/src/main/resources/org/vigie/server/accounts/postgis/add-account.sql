-- Purpose: a new account; touches no row when the name is taken. Index: account_pkey.
-- Parameters: user name, title, roles, clearance, compartments, area (WKB), disabled, OpenID subject, password hash,
--   must change password, created, changed.
insert into vigie.account (username, title, roles, clearance, compartments, area, disabled, oidc_subject,
  password_hash, must_change_password, created_at, changed_at)
values (?, ?, ?, ?, ?, st_setsrid(st_geomfromwkb(?), 4326), ?, ?, ?, ?, ?, ?)
on conflict (username) do nothing
