-- Purpose: the account linked to a subject of the identity provider. Parameters: subject. Index: account_oidc_subject.
select username, title, roles, clearance, compartments, st_asbinary(area) as area, disabled, must_change_password,
  oidc_subject
from vigie.account where oidc_subject = ?
