-- Purpose: what an account is and may do from now on. Index: account_pkey.
-- Parameters: title, roles, clearance, compartments, area (WKB), disabled, changed, user name.
update vigie.account
set title = ?, roles = ?, clearance = ?, compartments = ?, area = st_setsrid(st_geomfromwkb(?), 4326),
  disabled = ?, changed_at = ?
where username = ?
