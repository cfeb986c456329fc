-- Purpose: all accounts by name, the disabled ones too. A mission has some hundred. Index: none needed.
select username, title, roles, clearance, compartments, st_asbinary(area) as area, disabled, must_change_password, oidc_subject
from vigie.account order by username
