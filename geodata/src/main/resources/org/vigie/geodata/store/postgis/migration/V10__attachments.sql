-- Photographs that hang on features. As visible as the feature is, written once, never changed.

create table vigie.attachment (
  id          uuid        primary key,
  layer       text        collate "C" not null,
  feature     uuid        not null,
  name        text        not null check (length(name) between 1 and 200),
  media_type  text        collate "C" not null check (media_type in ('image/jpeg', 'image/png')),
  width       int         not null check (width > 0),
  height      int         not null check (height > 0),
  sha256      bytea       not null check (length(sha256) = 32),
  content     bytea       not null,
  thumbnail   bytea       not null,
  author      text        not null check (author <> ''),
  recorded_at timestamptz not null default now(),
  -- One photograph is kept once for a feature, so that an upload may be repeated.
  unique (feature, layer, sha256)
);
-- Pictures are compressed already.
alter table vigie.attachment alter column content set storage external, alter column thumbnail set storage external;

comment on table vigie.attachment is 'Append-only: photographs of features, re-encoded by the server, without anything the camera wrote beside the picture';
comment on column vigie.attachment.sha256 is 'of content';
comment on column vigie.attachment.thumbnail is 'JPEG of at most 320 pixels';

create trigger append_only before update or delete or truncate on vigie.attachment
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.attachment enable always trigger append_only;

-- The feature's own policies decide: what is not visible in vigie.feature has no photographs here.
alter table vigie.attachment enable row level security;
alter table vigie.attachment force row level security;
create policy seen on vigie.attachment for select
  using (exists (select from vigie.feature f where f.id = attachment.feature and f.layer = attachment.layer));
do $$
declare
  rule text := 'exists (select from vigie.feature f where f.id = attachment.feature and f.layer = attachment.layer)';
begin
  if to_regprocedure('vigie.access()') is not null then
    rule := rule || ' and author = (select vigie.access() ->> ''author'')
      and layer = any ((select vigie.writable())::text[])';
  end if;
  execute 'create policy added on vigie.attachment for insert with check (' || rule || ')';
  if exists (select from pg_roles where rolname = 'vigie_application') then
    grant select, insert on vigie.attachment to vigie_application;
  end if;
end $$;
