-- What a watch keeps: how far each person has seen what changed, and pictures that were frozen under a reference.

create table vigie.shift_mark (
  owner    text        collate "C" primary key check (owner <> ''),
  position bigint      not null check (position >= 0),
  taken_at timestamptz not null default now()
);
comment on table vigie.shift_mark is 'Up to where in the log somebody has said to have seen what changed';
comment on column vigie.shift_mark.position is 'in the log of everybody: never told to its owner, who is told taken_at';

create table vigie.shift_seen (
  owner   text   collate "C" not null check (owner <> ''),
  layer   text   collate "C" not null,
  feature uuid   not null,
  version bigint not null check (version >= 0),
  primary key (owner, layer, feature)
);
comment on table vigie.shift_seen is 'What somebody has seen one by one since the mark; version 0 stands for gone';

create table vigie.snapshot (
  id             uuid        primary key,
  ref            text        collate "C" not null unique check (ref ~ '^S-[A-HJ-NP-Z2-9]{4}$'),
  title          text        not null check (title <> '' and length(title) <= 200),
  note           text        not null default '' check (length(note) <= 4000),
  view           text        not null check (view <> '' and length(view) <= 20000),
  sequence       bigint      not null,
  known_at       timestamptz not null,
  classification text        collate "C" not null
                 check (classification in ('UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL')),
  compartments   text[]      collate "C",
  layers         text[]      collate "C" not null,
  area           geometry(Geometry, 4326),
  author         text        collate "C" not null check (author <> ''),
  created_at     timestamptz not null default now()
);
comment on table vigie.snapshot is 'Append-only: a view of the map at a position of the log; the data are those of the log';
comment on column vigie.snapshot.classification is 'at least the highest of what its author saw in it';
comment on column vigie.snapshot.area is 'the window of the map; null for more than a hemisphere';

create table vigie.snapshot_end (
  snapshot uuid        primary key references vigie.snapshot,
  author   text        collate "C" not null check (author <> ''),
  at       timestamptz not null default now()
);
comment on table vigie.snapshot_end is 'Append-only: snapshots that were withdrawn';

alter table vigie.shift_mark enable row level security;
alter table vigie.shift_mark force row level security;
create policy own on vigie.shift_mark
  using (owner = (select vigie.access() ->> 'author') or (select vigie.sees_everything()))
  with check (owner = (select vigie.access() ->> 'author') or (select vigie.sees_everything()));

alter table vigie.shift_seen enable row level security;
alter table vigie.shift_seen force row level security;
create policy own on vigie.shift_seen
  using (owner = (select vigie.access() ->> 'author') or (select vigie.sees_everything()))
  with check (owner = (select vigie.access() ->> 'author') or (select vigie.sees_everything()));

-- Its title and note may tell of what is in it, so it is shown to those who may see that.
alter table vigie.snapshot enable row level security;
alter table vigie.snapshot force row level security;
create policy seen on vigie.snapshot for select using (
  classification = any ((select vigie.cleared())::text[])
  and layers <@ (select vigie.readable())
  and (compartments is null or (select vigie.holds_all()) or compartments <@ (select vigie.held()))
  and ((select vigie.area()) is null or author = (select vigie.access() ->> 'author')
       or coalesce(st_covers((select vigie.area()), area), false)));
create policy added on vigie.snapshot for insert
  with check (author = (select vigie.access() ->> 'author'));
create policy kept on vigie.snapshot using ((select vigie.sees_everything()))
  with check ((select vigie.sees_everything()));

alter table vigie.snapshot_end enable row level security;
alter table vigie.snapshot_end force row level security;
create policy seen on vigie.snapshot_end for select
  using (exists (select from vigie.snapshot s where s.id = snapshot));
create policy added on vigie.snapshot_end for insert
  with check (author = (select vigie.access() ->> 'author')
    and exists (select from vigie.snapshot s where s.id = snapshot));
create policy kept on vigie.snapshot_end using ((select vigie.sees_everything()))
  with check ((select vigie.sees_everything()));

-- Snapshots and their withdrawal enter the audit with the digest of their row (R__audit.sql).
alter table vigie.audit
  drop constraint a_revision_has_content,
  add constraint a_revision_has_content check ((kind = 'revision') = (revision is not null)
    and (kind in ('revision', 'load', 'merge', 'merge-end', 'attachment', 'snapshot', 'snapshot-end'))
        = (content is not null));
