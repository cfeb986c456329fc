-- So that people can tell their sessions apart, and administrators read what happened about accounts.
alter table vigie.session
  add address text not null default '' check (length(address) <= 100),
  add browser text not null default '' check (length(browser) <= 100);
comment on column vigie.session.address is 'where it began, as the account log names it; empty for those from before';
comment on column vigie.session.browser is 'in words of ours; what the browser calls itself is not kept';

create index audit_of_accounts on vigie.audit (number)
  where kind in ('account', 'sign-in', 'sign-in-refused', 'sign-out');
