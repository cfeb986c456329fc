-- What the application's role may do at all, in one place. It owns nothing, and what is not here it may not.
-- Which rows, the policies of each table say. A migration that makes a table grants what is needed of it, there or
-- here; partitions have none, because nobody may address them past the policies of their parent.

grant usage on schema vigie to vigie_application;
grant usage on sequence vigie.transaction_key to vigie_application;

grant select, insert, update, delete on vigie.feature to vigie_application;
grant select, insert on vigie.change, vigie.revision, vigie.load to vigie_application;
grant select, insert, update on vigie.latest to vigie_application;
grant select on vigie.raised, vigie.layer, vigie.schema_history to vigie_application;

grant select on vigie.audit, vigie.change_digest to vigie_application;
grant select, insert, update, delete on vigie.submission to vigie_application;

grant select, insert on vigie.link, vigie.link_end to vigie_application;
grant select, insert on vigie.merge, vigie.merge_end to vigie_application;
grant select, insert on vigie.attachment to vigie_application;

-- A name is never given away nor forgotten, and what was decided about an account is never rewritten.
grant select, insert on vigie.account, vigie.account_log to vigie_application;
grant update (title, roles, clearance, compartments, area, disabled, password_hash, must_change_password,
    oidc_subject, changed_at)
  on vigie.account to vigie_application;
grant select, insert, update, delete on vigie.session, vigie.known_device to vigie_application;
grant select, insert on vigie.api_token to vigie_application;
grant update (last_used_at, revoked_at) on vigie.api_token to vigie_application;
