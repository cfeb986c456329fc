-- Purpose: what happened about accounts, newest first: decisions, sign-ins, refusals, sign-outs. Parameters:
-- number that all are below, user name for those by or about one account or null for all (three times), how
-- many. Index: audit_of_accounts.
select number, at, kind, actor, subject from vigie.audit
where kind in ('account', 'sign-in', 'sign-in-refused', 'sign-out') and number < ?
  and (?::text is null or actor = ?::text
    or kind = 'account' and starts_with(subject, ?::text || ': '))
order by number desc limit ?
