-- What the application's role may do at all, in one place. It owns nothing, and what is not here it may not.
-- Which rows, the policies of each table say. A migration that makes a table grants what is needed of it, there or
-- here; partitions have none, because nobody may address them past the policies of their parent.

grant usage on schema vigie to vigie_application;
-- What an older version gave is taken away first.
revoke all on sequence vigie.transaction_key from vigie_application;
revoke all on vigie.change, vigie.revision, vigie.submission, vigie.mark_proposal, vigie.attachment, vigie.account_log
  from vigie_application;

grant select, insert, update, delete on vigie.feature to vigie_application;
-- Neither the sequence of a change nor the number and time of a revision: the database gives them.
grant select on vigie.change, vigie.revision to vigie_application;
grant insert (transaction, operation, id, layer, geom, valid_from, valid_to, time_precision, location_class, radius_m,
    classification, compartments, source_system, source_id, batch, original, properties, version, recorded_at)
  on vigie.change to vigie_application;
grant insert (transaction, author, title, batch, undoes) on vigie.revision to vigie_application;
grant select, insert on vigie.load to vigie_application;
grant execute on function vigie.begin_write(), vigie.writes_as(), vigie.signs_as() to vigie_application;
grant select, insert, update on vigie.latest to vigie_application;
grant select on vigie.raised, vigie.layer, vigie.schema_history to vigie_application;

grant select on vigie.audit, vigie.change_digest to vigie_application;
-- When a key was taken, what it was answered and when it is forgotten, functions of the owner decide.
grant select, insert (submitter, key, digest) on vigie.submission to vigie_application;
grant execute on function vigie.answer_submission(uuid, int, text, text), vigie.forget_submissions()
  to vigie_application;

grant select, insert on vigie.link, vigie.link_end to vigie_application;
grant select, insert on vigie.merge, vigie.merge_end to vigie_application;
grant select, insert, update, delete on vigie.job, vigie.saved_view to vigie_application;
grant select, insert, update, delete on vigie.basemap to vigie_application;
grant select, insert, update, delete on vigie.shift_mark, vigie.shift_seen to vigie_application;
grant select,
    insert (id, ref, title, note, view, sequence, known_at, classification, compartments, layers, area, author)
  on vigie.snapshot to vigie_application;
grant select, insert (snapshot, author) on vigie.snapshot_end to vigie_application;
grant select, insert (id, layer, feature, name, media_type, width, height, sha256, content, thumbnail, author)
  on vigie.attachment to vigie_application;
grant select,
    insert (id, layer, feature, from_classification, from_compartments, to_classification, to_compartments,
      reason, proposer),
    update (decision, decided_by, decided_at, decided_in)
  on vigie.mark_proposal to vigie_application;

-- A name is never given away nor forgotten, and what was decided about an account is never rewritten.
grant select, insert on vigie.account to vigie_application;
grant select, insert (at, by_whom, username, what) on vigie.account_log to vigie_application;
grant update (title, roles, clearance, compartments, area, disabled, password_hash, must_change_password,
    oidc_subject, changed_at)
  on vigie.account to vigie_application;
grant select, insert, update, delete on vigie.session, vigie.known_device to vigie_application;
grant select, insert on vigie.api_token to vigie_application;
grant update (last_used_at, revoked_at) on vigie.api_token to vigie_application;
