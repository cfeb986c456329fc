-- Purpose: one account. Parameters: user name. Index: account_pkey.
select username, title, roles, clearance, compartments, st_asbinary(area) as area, disabled, must_change_password, oidc_subject
from vigie.account where username = ?
