-- How writes enter the audit. Repeatable, so that it runs after every table there is to digest.
--
-- What was digested once must come out the same for ever: a new table gets a branch of its own in
-- vigie.leaves, a new column of an old table is appended only where it is not null. AuditVerification
-- reads the same in its own statement (audit-leaves.sql), which trusts no function of the database.
--
-- The functions run with the rights of their owner, so that who writes features can neither write a
-- digest of his own nor skip one. Text forms that depend on settings of the session do not occur:
-- times are seconds since 1970, doubles their eight bytes, geometries EWKB, documents jsonb.

create or replace function vigie.leaves(key bigint)
  returns table (tab text, id uuid, version bigint, digest bytea)
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    select 'C', c.id, c.version, sha256(convert_to(row(
             c.sequence, c.transaction, c.operation, c.id, c.layer, c.geom,
             extract(epoch from c.valid_from), extract(epoch from c.valid_to),
             c.time_precision, c.location_class, encode(float8send(c.radius_m), 'hex'),
             c.classification, c.source_system, c.source_id, c.batch, c.original, c.properties,
             c.version, extract(epoch from c.recorded_at))::text || coalesce(c.compartments::text, ''), 'UTF8'))
      from vigie.change c where c.transaction = key
    union all
    select 'L', l.id, 0, sha256(convert_to(row(
             l.id, l.type, l.from_layer, l.from_id, l.to_layer, l.to_id, l.transaction)::text, 'UTF8'))
      from vigie.link l where l.transaction = key
    union all
    select 'E', e.link, 0, sha256(convert_to(row(e.link, e.transaction)::text, 'UTF8'))
      from vigie.link_end e where e.transaction = key
    union all
    select case p.protection when 'SOURCE_IDENTITY' then 'P' else 'N' end, p.id, p.version,
           sha256(convert_to(row(
             p.id, p.layer, p.version, p.protection, p.properties, p.transaction)::text, 'UTF8'))
      from vigie.protected_value p where p.transaction = key
    union all
    select 'W', w.id, w.version, sha256(convert_to(row(
             w.id, w.layer, w.version, w.transaction)::text, 'UTF8'))
      from vigie.place_withheld w where w.transaction = key
  $$;

-- A digest covers also what its writer may not see (an import taken back, marks raised above his own). Gives
-- what the caller may see, to be set again. Not callable by the application.
create or replace function vigie.see_everything() returns text
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  caller text := coalesce(current_setting('vigie.access', true), '');
begin
  perform set_config('vigie.access', '{"author":"vigie","clearance":"STRICTLY_CONFIDENTIAL",'
    '"compartments":["*"],"readable":["*"],"writable":["*"],'
    '"protections":["SOURCE_IDENTITY","RESTRICTED_NARRATIVE"],"audit":true}', true);
  return caller;
end $$;

-- Before the revision lock, so that a large load keeps nobody waiting while it is digested.
create or replace function vigie.digest_changes(key bigint) returns bytea
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  packed bytea;
  caller text := vigie.see_everything();
begin
  select coalesce(string_agg(convert_to(leaf.tab, 'UTF8') || uuid_send(leaf.id) || int8send(leaf.version)
                             || leaf.digest, ''::bytea order by leaf.tab, leaf.id, leaf.version), '')
    into packed from vigie.leaves(key) leaf;
  perform set_config('vigie.access', caller, true);
  insert into vigie.change_digest (transaction, leaves, digest) values (key, packed, sha256(packed));
  return sha256(packed);
end $$;

-- What the application calls: the changes of this transaction, once, and none may follow.
create or replace function vigie.digest_write() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  key bigint;
begin
  update vigie.writing set digested = true
   where xact = pg_current_xact_id_if_assigned() and not digested returning transaction into key;
  if key is null then
    raise exception 'there is nothing to digest' using errcode = 'insufficient_privilege';
  end if;
  perform vigie.digest_changes(key);
end $$;

-- A revision in one text. Its columns in the order of their names, so that it does not matter when one came.
create or replace function vigie.revision_text(written vigie.revision, changes bytea) returns text
  language sql stable set search_path = pg_catalog, pg_temp set timezone = 'UTC'
  as $$ select jsonb_strip_nulls(to_jsonb(written))::text || encode(changes, 'hex') $$;

create or replace function vigie.chain_audit(
    entry_kind text, entry_actor text, entry_subject text, entry_revision bigint, entry_content bytea)
  returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  last record;
  entry vigie.audit;
begin
  -- the lock of the revisions: entries and revisions have one order
  perform pg_advisory_xact_lock(95010706515202);
  select number, at, digest into last from vigie.audit order by number desc limit 1;
  entry.number := coalesce(last.number, 0) + 1;
  entry.at := greatest(clock_timestamp(), last.at + interval '1 microsecond');
  entry.kind := entry_kind;
  entry.actor := entry_actor;
  entry.subject := entry_subject;
  entry.revision := entry_revision;
  entry.content := entry_content;
  entry.digest := sha256(
    coalesce(last.digest, decode(repeat('00', 32), 'hex'))
    || sha256(convert_to(row(
         entry.number, extract(epoch from entry.at), entry.kind, entry.actor, entry.subject,
         entry.revision, encode(entry.content, 'hex'))::text, 'UTF8')));
  insert into vigie.audit select entry.*;
  return entry.number;
end $$;

create or replace function vigie.audit_revision() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  changes bytea;
begin
  select digest into changes from vigie.change_digest where transaction = new.transaction;
  if not found then
    changes := vigie.digest_changes(new.transaction);
  end if;
  perform vigie.chain_audit('revision', new.author, '', new.number,
    sha256(convert_to(vigie.revision_text(new, changes), 'UTF8')));
  return null;
end $$;

-- What others may call: never under the name of what triggers chain.
create or replace function vigie.append_audit(entry_kind text, entry_actor text, entry_subject text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if entry_kind in ('revision', 'account', 'load', 'merge', 'merge-end', 'attachment', 'view', 'snapshot',
                    'snapshot-end') or entry_kind like 'marks-%' then
    raise exception 'an entry of the kind % is chained when it is written', entry_kind
      using errcode = 'insufficient_privilege';
  end if;
  return vigie.chain_audit(entry_kind, entry_actor, entry_subject, null, null);
end $$;

revoke all on function vigie.see_everything(), vigie.digest_changes(bigint), vigie.digest_write(), vigie.chain_audit(text, text, text, bigint, bytea),
  vigie.audit_revision(), vigie.append_audit(text, text, text) from public;

create or replace trigger audited after insert on vigie.revision
  for each row execute function vigie.audit_revision();
alter table vigie.revision enable always trigger audited;

-- What was decided about accounts and marks enters the chain in the transaction that decides it, whatever program
-- wrote it. Names and marks, never a reason or a password.
create or replace function vigie.audit_account() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform vigie.chain_audit('account', new.by_whom, new.username || ': ' || new.what, null, null);
  return null;
end $$;

create or replace function vigie.audit_marks() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform vigie.chain_audit(
    'marks-' || lower(coalesce(new.decision, 'PROPOSED')), coalesce(new.decided_by, new.proposer),
    new.layer || '/' || new.feature || ': '
      || concat_ws(' ', new.from_classification, array_to_string(new.from_compartments, ',')) || ' to '
      || concat_ws(' ', new.to_classification, array_to_string(new.to_compartments, ',')), null, null);
  return null;
end $$;

-- A view that is kept for oneself concerns nobody else; one that others are offered does. Its id and marks, never
-- its name, its note or what it asks for.
create or replace function vigie.audit_view() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  kept vigie.saved_view := case when tg_op = 'DELETE' then old else new end;
  was boolean := tg_op <> 'INSERT' and old.shared;
  is_now boolean := tg_op <> 'DELETE' and new.shared;
begin
  if was or is_now then
    perform vigie.chain_audit('view', coalesce(nullif(vigie.access() ->> 'author', ''), session_user),
      kept.id || ' of ' || kept.owner || ': '
        || case when not is_now then 'no longer shared' when was then 'changed' else 'shared' end || ' '
        || concat_ws(' ', kept.classification, nullif(array_to_string(kept.compartments, ','), '')), null, null);
  end if;
  return null;
end $$;

revoke all on function vigie.audit_account(), vigie.audit_marks(), vigie.audit_view() from public;

create or replace trigger audited after insert on vigie.account_log
  for each row execute function vigie.audit_account();
alter table vigie.account_log enable always trigger audited;
create or replace trigger audited after insert or update on vigie.mark_proposal
  for each row execute function vigie.audit_marks();
alter table vigie.mark_proposal enable always trigger audited;
create or replace trigger audited
  after insert or delete or update of name, note, address, shared, classification, compartments on vigie.saved_view
  for each row execute function vigie.audit_view();
alter table vigie.saved_view enable always trigger audited;

-- What lies beside the log: imports, merges and splits, their undoing, photographs, snapshots and their withdrawal. Each row enters the chain when it
-- is written, under its own id, so that one that was changed or taken away can be named. What is raised on a load
-- later (its marks, and its box) is not covered. AuditVerification reads the same in audit-kept.sql.
create or replace function vigie.kept_digest(kept vigie.load) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp
  as $$ select sha256(convert_to(row(kept.batch, kept.transaction, kept.author, kept.layer, kept.title, kept.inserted, kept.updated,
       kept.unchanged, kept.repeated)::text, 'UTF8')) $$;
create or replace function vigie.kept_digest(kept vigie.merge) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp
  as $$ select sha256(convert_to(row(kept.id, kept.kind, kept.layer, kept.subject, kept.features, kept.versions, kept.links_made,
       kept.links_ended, kept.transaction)::text, 'UTF8')) $$;
create or replace function vigie.kept_digest(kept vigie.merge_end) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp
  as $$ select sha256(convert_to(row(kept.merge, kept.transaction)::text, 'UTF8')) $$;
create or replace function vigie.kept_digest(kept vigie.attachment) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp
  as $$ select sha256(convert_to(row(kept.id, kept.layer, kept.feature, kept.name, kept.media_type, kept.width, kept.height,
       encode(kept.sha256, 'hex'), encode(sha256(kept.content), 'hex'), encode(sha256(kept.thumbnail), 'hex'),
       kept.author, extract(epoch from kept.recorded_at))::text, 'UTF8')) $$;
create or replace function vigie.kept_digest(kept vigie.snapshot) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp
  as $$ select sha256(convert_to(row(kept.id, kept.ref, kept.title, kept.note, kept.view, kept.sequence,
       extract(epoch from kept.known_at), kept.classification, kept.compartments, kept.layers, kept.area, kept.author,
       extract(epoch from kept.created_at))::text, 'UTF8')) $$;
create or replace function vigie.kept_digest(kept vigie.snapshot_end) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp
  as $$ select sha256(convert_to(row(kept.snapshot, kept.author, extract(epoch from kept.at))::text, 'UTF8')) $$;

-- Its argument is the column that holds the id.
create or replace function vigie.audit_kept() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  subject text;
  content bytea;
begin
  execute format('select ($1).%I::text, vigie.kept_digest($1)', tg_argv[0]) using new into subject, content;
  perform vigie.chain_audit(
    replace(tg_table_name, '_', '-'), coalesce(nullif(vigie.access() ->> 'author', ''), session_user), subject, null, content);
  return null;
end $$;

revoke all on function vigie.audit_kept(), vigie.kept_digest(vigie.load), vigie.kept_digest(vigie.merge),
  vigie.kept_digest(vigie.merge_end), vigie.kept_digest(vigie.attachment), vigie.kept_digest(vigie.snapshot),
  vigie.kept_digest(vigie.snapshot_end) from public;

create or replace trigger audited after insert on vigie.load
  for each row execute function vigie.audit_kept('batch');
alter table vigie.load enable always trigger audited;
create or replace trigger audited after insert on vigie.merge
  for each row execute function vigie.audit_kept('id');
alter table vigie.merge enable always trigger audited;
create or replace trigger audited after insert on vigie.merge_end
  for each row execute function vigie.audit_kept('merge');
alter table vigie.merge_end enable always trigger audited;
create or replace trigger audited after insert on vigie.attachment
  for each row execute function vigie.audit_kept('id');
alter table vigie.attachment enable always trigger audited;
create or replace trigger audited after insert on vigie.snapshot
  for each row execute function vigie.audit_kept('id');
alter table vigie.snapshot enable always trigger audited;
create or replace trigger audited after insert on vigie.snapshot_end
  for each row execute function vigie.audit_kept('snapshot');
alter table vigie.snapshot_end enable always trigger audited;

-- A photograph of a feature that is gone is shown to nobody and still verified, by the process itself.
drop policy if exists verified on vigie.attachment;
create policy verified on vigie.attachment for select using ((select vigie.access() -> 'audit') = 'true');

-- What was kept before it entered the chain.
do $$
declare
  old record;
begin
  perform vigie.see_everything();
  for old in
    select * from (
      select 'load' as kind, l.batch as id, coalesce(r.author, session_user::text) as author, vigie.kept_digest(l) as content
        from vigie.load l left join vigie.revision r on r.transaction = l.transaction
      union all
      select 'merge' as kind, m.id as id, coalesce(r.author, session_user::text) as author, vigie.kept_digest(m) as content
        from vigie.merge m left join vigie.revision r on r.transaction = m.transaction
      union all
      select 'merge-end' as kind, e.merge as id, coalesce(r.author, session_user::text) as author, vigie.kept_digest(e) as content
        from vigie.merge_end e left join vigie.revision r on r.transaction = e.transaction
      union all
      select 'attachment', p.id, p.author, vigie.kept_digest(p) from vigie.attachment p
    ) kept
     where not exists (select from vigie.audit a where a.kind = kept.kind and a.subject = kept.id::text)
     order by kind, id
  loop
    perform vigie.chain_audit(old.kind, old.author, old.id::text, null, old.content);
  end loop;
  perform set_config('vigie.access', '', true);
end $$;

-- What was written before there was a chain enters it in its order.
do $$
declare
  old vigie.revision;
begin
  perform vigie.see_everything();
  for old in
    select r.* from vigie.revision r
     where not exists (select from vigie.audit a where a.revision = r.number)
     order by r.number
  loop
    perform vigie.chain_audit('revision', old.author, '', old.number, sha256(convert_to(
      vigie.revision_text(old, vigie.digest_changes(old.transaction)), 'UTF8')));
  end loop;
  perform set_config('vigie.access', '', true);
end $$;

revoke all on function vigie.digest_changes(bigint) from vigie_application;
grant execute on function vigie.digest_write(), vigie.append_audit(text, text, text) to vigie_application;

-- The functions above write as the owner; the application reads only as the process itself (verification),
-- never for a caller.
do $$
declare
  each text;
begin
  foreach each in array array['audit', 'change_digest'] loop
    execute format('alter table vigie.%I enable row level security', each);
    execute format('alter table vigie.%I force row level security', each);
    execute format('drop policy if exists kept on vigie.%I', each);
    execute format('create policy kept on vigie.%I to current_user using (true) with check (true)', each);
    execute format('drop policy if exists verified on vigie.%I', each);
    execute format('create policy verified on vigie.%I for select to vigie_application'
      ' using ((select vigie.sees_everything()))', each);
  end loop;
end $$;

-- Everybody has his own keys and learns nothing of another's.
alter table vigie.submission enable row level security;
alter table vigie.submission force row level security;
drop policy if exists own on vigie.submission;
create policy own on vigie.submission
  using (submitter = (select vigie.access() ->> 'author') or (select vigie.sees_everything()))
  with check (submitter = (select vigie.access() ->> 'author') or (select vigie.sees_everything()));

-- Versions with a finer place than the mission now shows are shown to nobody, and still digested, verified and
-- backed up: by the process itself, which no caller's access can become ("audit" is in none).
alter policy place_is_not_finer on vigie.change
  using (id not in (select w.id from vigie.place_withheld w)
      or not exists (select from vigie.place_withheld w
                      where w.id = change.id and w.layer = change.layer and w.version > change.version)
      or (select vigie.access() -> 'audit') = 'true');
