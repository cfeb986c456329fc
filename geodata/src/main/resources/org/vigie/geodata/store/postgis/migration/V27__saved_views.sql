-- Views of the map that people keep: what an address says, under a name. Not part of the log: they tell nothing of
-- the world, and whoever made one changes and deletes it as he likes. What others are offered is audited.

create table vigie.saved_view (
  id             uuid        primary key,
  owner          text        collate "C" not null check (owner <> ''),
  name           text        not null check (length(btrim(name)) between 1 and 100),
  note           text        not null default '' check (length(note) <= 1000),
  address        text        not null check (length(address) <= 8000 and address like '#v1/%'),
  shared         boolean     not null default false,
  starts         boolean     not null default false,
  place          int         not null default 0,
  classification text        collate "C" not null default 'UNCLASSIFIED'
                 check (classification in ('UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL')),
  compartments   text[]      collate "C" not null default '{}',
  created_at     timestamptz not null default now(),
  changed_at     timestamptz not null default now()
);
create index saved_view_owner on vigie.saved_view (owner, place);
create index saved_view_shared on vigie.saved_view (owner, place) where shared;

comment on table vigie.saved_view is 'Views of the map under a name, of one person or offered to the mission';
comment on column vigie.saved_view.address is 'fragment of the page''s address: place, period, layers and conditions';
comment on column vigie.saved_view.starts is 'whether the map opens with it for its owner; one at most of those that he may see';
comment on column vigie.saved_view.place is 'order among the owner''s';
comment on column vigie.saved_view.classification is 'of the name, the note and what the address asks for, as are compartments';

-- A name, a note or a condition may tell as much as a feature: whoever is not cleared for it learns of none of them,
-- not even his own after his clearance was lowered.
alter table vigie.saved_view enable row level security;
alter table vigie.saved_view force row level security;
create policy cleared on vigie.saved_view as restrictive
  using ((select vigie.sees_everything())
         or (classification = any ((select vigie.cleared())::text[])
             and ((select vigie.holds_all()) or compartments <@ (select vigie.held()))));
create policy seen on vigie.saved_view for select
  using (shared or owner = (select vigie.access() ->> 'author'));
create policy own on vigie.saved_view
  using (owner = (select vigie.access() ->> 'author')) with check (owner = (select vigie.access() ->> 'author'));
create policy kept on vigie.saved_view using ((select vigie.sees_everything()))
  with check ((select vigie.sees_everything()));
