-- Whoever writes adds to the end of the log, now and as himself, and nowhere else. What the application's role may
-- insert it could also insert with an old transaction's key, an old time or a digest of nothing; the audit would
-- tell afterwards, and this refuses it.

-- The write that is under way in each transaction. Filled and emptied by functions of the owner alone, empty between
-- transactions, and so unlogged.
create unlogged table vigie.writing (
  xact        xid8    primary key,
  transaction bigint  not null unique,
  digested    boolean not null default false
);
comment on table vigie.writing is 'The key of each write that is under way, from its first change to its commit';

create function vigie.begin_write() returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ insert into vigie.writing (xact, transaction)
        values (pg_current_xact_id(), nextval('vigie.transaction_key')) returning transaction $$;
comment on function vigie.begin_write is 'The key under which this transaction writes; once a transaction';

create function vigie.writes_as() returns bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select transaction from vigie.writing
         where xact = pg_current_xact_id_if_assigned() and not digested $$;
comment on function vigie.writes_as is 'The key of this transaction while it may still change something; else null';

create function vigie.signs_as() returns bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select transaction from vigie.writing
         where xact = pg_current_xact_id_if_assigned() and digested $$;
comment on function vigie.signs_as is 'The key of this transaction once its changes are digested; else null';

-- At the commit: what was changed has its revision, or nothing was.
create function vigie.end_write() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  caller text := vigie.see_everything();
begin
  if not exists (select from vigie.revision where transaction = new.transaction)
     and exists (select from vigie.change where transaction = new.transaction
                 union all select from vigie.link where transaction = new.transaction
                 union all select from vigie.link_end where transaction = new.transaction
                 union all select from vigie.merge where transaction = new.transaction
                 union all select from vigie.merge_end where transaction = new.transaction) then
    raise exception 'what was changed has no revision' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('vigie.access', caller, true);
  delete from vigie.writing where xact = new.xact;
  return null;
end $$;
create constraint trigger ended after insert on vigie.writing
  deferrable initially deferred for each row execute function vigie.end_write();
alter table vigie.writing enable always trigger ended;

-- Number and time of a revision are the database's. Under the lock of the revisions, in a statement of its own, so
-- that every revision there is is seen; the time is later than the last even when the clock was set back.
create function vigie.number_revision() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(95010706515202);
  select number, committed_at into last from vigie.revision order by number desc limit 1;
  new.committed_at := greatest(clock_timestamp(), last.committed_at + interval '1 microsecond');
  new.number := greatest((extract(epoch from new.committed_at) * 1000000)::bigint, coalesce(last.number, 0) + 1);
  return new;
end $$;
create trigger numbered before insert on vigie.revision
  for each row execute function vigie.number_revision();
alter table vigie.revision enable always trigger numbered;

revoke all on function vigie.begin_write(), vigie.writes_as(), vigie.signs_as(), vigie.end_write(),
  vigie.number_revision() from public;

do $$
declare
  each text;
begin
  foreach each in array array['link', 'link_end', 'merge', 'merge_end', 'protected_value', 'place_withheld'] loop
    execute format('create policy of_this_write on vigie.%I as restrictive for insert to vigie_application'
      ' with check (transaction = (select vigie.writes_as()))', each);
  end loop;
  foreach each in array array['revision', 'load'] loop
    execute format('create policy of_this_write on vigie.%I as restrictive for insert to vigie_application'
      ' with check (transaction = (select vigie.signs_as()))', each);
  end loop;
end $$;

-- A second of grace, because the clock may be set while a statement runs.
create policy of_this_write on vigie.change as restrictive for insert to vigie_application
  with check (transaction = (select vigie.writes_as())
              and recorded_at >= least(now(), clock_timestamp()) - interval '1 second'
              and recorded_at <= greatest(now(), clock_timestamp()) + interval '1 second');

-- What was decided stays decided.
create policy is_decided_once on vigie.mark_proposal as restrictive for update to vigie_application
  using (decision is null) with check (decision is not null);

-- An answer is kept once, with the key that was taken in the same transaction, and forgotten when it is old; the
-- application can neither rewrite one nor forget one early.
create function vigie.answer_submission(given_key uuid, given_status int, given_location text, given_tag text)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  update vigie.submission set status = given_status, location = given_location, tag = given_tag
   where submitter = vigie.access() ->> 'author' and key = given_key and status is null;
  return found;
end $$;

create function vigie.forget_submissions() returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ delete from vigie.submission
         where (submitter, key) in (
           select submitter, key from vigie.submission
            where received_at < now() - interval '30 days' and submitter = vigie.access() ->> 'author'
            order by received_at limit 20 for update skip locked) $$;
revoke all on function vigie.answer_submission(uuid, int, text, text), vigie.forget_submissions() from public;
