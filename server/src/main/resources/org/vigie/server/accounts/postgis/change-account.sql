-- Purpose: what an account is and may do from now on. Index: account_pkey.
-- Parameters: title, roles, clearance, compartments, area (WKB), disabled, OpenID subject, changed, user name.
update vigie.account
set title = ?, roles = ?, clearance = ?, compartments = ?, area = st_setsrid(st_geomfromwkb(?), 4326),
  disabled = ?, oidc_subject = ?, changed_at = ?
where username = ?
