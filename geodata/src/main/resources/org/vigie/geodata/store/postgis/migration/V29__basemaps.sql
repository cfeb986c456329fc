-- Ground of the mission's own beneath the picture. The tiles lie in files of the data directory; here is what they are.

create table vigie.basemap (
  id             uuid        primary key,
  title          text        not null check (title <> '' and length(title) <= 200),
  attribution    text        not null check (attribution <> '' and length(attribution) <= 500),
  classification text        collate "C" not null
                 check (classification in ('UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL')),
  place          int         not null,
  shown          boolean     not null,
  state          text        collate "C" not null check (state in ('PREPARING', 'READY', 'REFUSED')),
  progress       real        not null default 0 check (progress between 0 and 1),
  problem        text        not null default '',
  file           text        collate "C" not null check (file ~ '^[0-9a-f-]{36}\.[a-z]{3,8}$'),
  ground         text        not null default '',
  bytes          bigint      not null check (bytes >= 0),
  sha256         text        collate "C" not null,
  author         text        collate "C" not null check (author <> ''),
  added_at       timestamptz not null default now()
);
comment on table vigie.basemap is 'Basemaps: what lies in the files of the folder basemaps of the data directory';
comment on column vigie.basemap.place is 'from the bottom';
comment on column vigie.basemap.problem is 'JSON: why the file was refused after it had been taken';
comment on column vigie.basemap.file is 'name in the folder basemaps; while it is prepared, of what was sent';
comment on column vigie.basemap.ground is 'JSON: kind, zooms, bounds and layers; empty while it is prepared';

alter table vigie.basemap enable row level security;
alter table vigie.basemap force row level security;
create policy seen on vigie.basemap
  using (classification = any ((select vigie.cleared())::text[]))
  with check (classification = any ((select vigie.cleared())::text[]));
