-- What makes a change of the past visible, and what makes sending twice harmless.

-- One digest a row of the log, packed in order: one byte for the table, 16 bytes id, 8 bytes version, 32
-- bytes SHA-256. One row a write, so a bulk load of a million rows is one digest in the chain and the packed
-- ones still tell which row was touched.
create table vigie.change_digest (
  transaction bigint primary key,
  leaves      bytea  not null,
  digest      bytea  not null check (length(digest) = 32)
);
-- Digests do not compress; trying would only cost time.
alter table vigie.change_digest alter column leaves set storage external;
comment on table vigie.change_digest is 'Append-only: SHA-256 of each row that one write put into the log, and of all of them; see R__audit.sql';

create table vigie.audit (
  number   bigint      primary key check (number >= 1),
  at       timestamptz not null unique,
  kind     text        collate "C" not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  actor    text        not null check (actor <> ''),
  subject  text        not null default '',
  revision bigint      unique references vigie.revision (number),
  content  bytea       check (length(content) = 32),
  digest   bytea       not null check (length(digest) = 32),
  constraint a_revision_has_content check ((kind = 'revision') = (revision is not null)
    and (revision is null) = (content is null))
);
comment on table vigie.audit is 'Append-only and chained: each digest covers its entry and the digest before';
comment on column vigie.audit.kind is 'revision for a write of features; sign-in, export, account, marks and others';
comment on column vigie.audit.subject is 'what was done, to whom or what; never what is protected';
comment on column vigie.audit.content is 'SHA-256 of the revision and of the digest of its changes';
comment on column vigie.audit.digest is 'SHA-256 of the digest before (32 zero bytes for the first) and of this entry';

create trigger append_only before update or delete or truncate on vigie.change_digest
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.change_digest enable always trigger append_only;
create trigger append_only before update or delete or truncate on vigie.audit
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.audit enable always trigger append_only;

-- What was sent under a key of the sender's own, with the answer it got.
create table vigie.submission (
  submitter   text        collate "C" not null,
  key         uuid        not null,
  digest      bytea       not null check (length(digest) = 32),
  status      int,
  location    text        not null default '',
  tag         text        not null default '',
  received_at timestamptz not null default now(),
  constraint submission_pkey primary key (submitter, key)
);
create index submission_received on vigie.submission (received_at);
comment on table vigie.submission is 'Requests by their idempotency key, kept for 30 days; unique for one submitter, so that nobody learns of another''s';
