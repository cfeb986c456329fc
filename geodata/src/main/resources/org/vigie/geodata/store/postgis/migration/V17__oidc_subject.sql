-- Who an account is at the mission's identity provider. Set by an administrator, never by the provider.
alter table vigie.account add column oidc_subject text collate "C"
  constraint oidc_subject_is_plain check (length(oidc_subject) between 1 and 255);
create unique index account_oidc_subject on vigie.account (oidc_subject);
comment on column vigie.account.oidc_subject is 'claim sub of OpenID Connect; null when the account is not linked';
